package org.muletwilio.testkit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.project.UsageException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;

/** Applications without a connector's config, and what a run of them prints. */
abstract class LaunchFixture {

  static final String CORE = "http://www.mulesoft.org/schema/mule/core";

  final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  void assertUsage(String problem, Path application) {
    String message = assertThrows(UsageException.class, () -> launch(Map.of(), application)).getMessage();
    assertTrue(message.contains(problem), message);
  }

  Path demo(Path config, String demo) throws Exception {
    Path app = Files.createDirectories(folder.resolve("app"));
    Files.createDirectories(app.resolve("src/main/mule"));
    Files.copy(config, app.resolve("src/main/mule/app.xml"));
    Files.writeString(app.resolve("demo.properties"), demo);
    return app;
  }

  boolean launch(Map<String, String> environment, Path application, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(application.toString());
    return new Launch(LauncherOptions.parse(arguments), environment, new PrintStream(output, true, UTF_8)).run();
  }

  String printed() {
    return output.toString(UTF_8);
  }

  Path write(String name, String elements) throws Exception {
    return Files.writeString(folder.resolve(name), "<mule xmlns='" + CORE + "' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + CORE + " " + CORE + "/current/mule.xsd'>"
        + elements + "</mule>");
  }
}
