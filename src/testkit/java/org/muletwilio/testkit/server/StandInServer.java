package org.muletwilio.testkit.server;

import static java.util.stream.Collectors.joining;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Has the folders and the command of a Mule server, and runs the application in its {@code apps} on the embedded Mule. */
public final class StandInServer {

  private static final String PROPERTY = "-M-D";

  private StandInServer() {}

  /**
   * @param folder becomes the server's home
   * @param java what runs this class
   */
  public static void install(Path folder, List<String> java) throws IOException {
    Path script = Files.createDirectories(folder.resolve("bin")).resolve("mule");
    Files.writeString(script, "#!/bin/sh\nexec " + java.stream().map(each -> "'" + each + "'").collect(joining(" "))
        + " '" + folder + "' \"$@\"\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " can't be made executable");
    }
  }

  /** @param arguments the server's home, and those of {@code bin/mule} */
  public static void main(String[] arguments) throws Exception {
    EmbeddedMuleBuilder mule = EmbeddedMule.builder();
    Stream.of(arguments).filter(each -> each.startsWith(PROPERTY)).map(each -> each.substring(PROPERTY.length()).split("=", 2))
        .forEach(each -> mule.property(each[0], each[1]));
    try (Stream<Path> applications = Files.list(Path.of(arguments[0], "apps"))) {
      ApplicationJar.read(applications.findFirst().orElseThrow()).forEach(mule::config);
    }
    mule.start();
    Thread.currentThread().join();
  }
}
