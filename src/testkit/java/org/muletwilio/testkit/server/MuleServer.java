package org.muletwilio.testkit.server;

import org.muletwilio.testkit.tool.ToolProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Mule server that runs one application, from its start to its end. */
public final class MuleServer implements AutoCloseable {

  private final ToolProcess process;
  private final Path application;

  private MuleServer(ToolProcess process, Path application) {
    this.process = process;
    this.application = application;
  }

  /**
   * @param home where the server is installed
   * @param application the jar of an application
   * @param javaHome the Java that it runs on, if that isn't what it finds
   * @param properties of the server, which the application may refer to
   * @param arguments more of {@code bin/mule}, such as {@code -M-Dname=value}
   */
  public static MuleServer start(Path home, Path application, Optional<Path> javaHome, Map<String, String> properties,
                                 List<String> arguments)
      throws IOException {
    Path deployed = Files.createDirectories(home.resolve("apps")).resolve(application.getFileName());
    Files.copy(application, deployed, StandardCopyOption.REPLACE_EXISTING);
    List<String> command = new ArrayList<>();
    command.add("/usr/bin/env");
    javaHome.ifPresent(each -> command.add("JAVA_HOME=" + each));
    command.add(home.resolve("bin/mule").toAbsolutePath().toString());
    properties.forEach((name, value) -> command.add("-M-D" + name + "=" + value));
    command.addAll(arguments);
    return new MuleServer(ToolProcess.start(home, command), deployed);
  }

  /** @return what it has said */
  public String output() {
    return process.output();
  }

  /** Ends it, and leaves it without the application. */
  @Override
  public void close() throws IOException {
    process.close();
    Files.deleteIfExists(application);
  }
}
