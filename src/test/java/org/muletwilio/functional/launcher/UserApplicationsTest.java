package org.muletwilio.functional.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.project.MuleProject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications as users write them in Studio, with object stores, HTTP listeners and Transform Message: the launcher runs each,
 * and its MUnit suites.
 */
class UserApplicationsTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  @ParameterizedTest
  @MethodSource("applications")
  void runsByTheLauncher(Path application) throws Exception {
    assertTrue(run(application.toString()), printed());
    assertPrinted("OK " + application.getFileName() + ": ");
  }

  @ParameterizedTest
  @MethodSource("applications")
  void passesItsSuites(Path application) throws Exception {
    assertFalse(MuleProject.at(application).suites().isEmpty());
    assertTrue(run("--munit", "--reports=" + folder, application.toString()), printed());
    assertPrinted(" 0 failed, 0 ignored");
  }

  static List<Path> applications() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/applications"))) {
      return folders.sorted().toList();
    }
  }

  private boolean run(String... arguments) throws Exception {
    return new Launch(LauncherOptions.parse(List.of(arguments)), Map.of(), new PrintStream(output, true, UTF_8)).run();
  }

  private void assertPrinted(String text) {
    assertTrue(printed().contains(text), () -> text + " isn't in\n" + printed());
  }

  private String printed() {
    return output.toString(UTF_8);
  }
}
