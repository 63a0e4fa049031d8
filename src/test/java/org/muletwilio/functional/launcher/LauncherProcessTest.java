package org.muletwilio.functional.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.testkit.launcher.Launcher;
import org.muletwilio.testkit.tool.ToolProcess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process that a signal ends, as Ctrl+C does. */
class LauncherProcessTest {

  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir
  private Path folder;

  @Test
  void aSignalEndsItQuietlyAndNothingIsLeft() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path application = Path.of("examples/send-sms").toAbsolutePath();
    ToolProcess launcher = ToolProcess.start(folder, command(temporary, application.toString(), "--serve"));
    try {
      launcher.awaitOutput(Pattern.compile("Serving until stopped"), LONG);
      try (Stream<Path> files = Files.list(temporary)) {
        assertFalse(files.filter(LauncherProcessTest::isOfTheApplication).toList().isEmpty(), "the application's folder");
      }
      launcher.terminate(LONG);
    } finally {
      launcher.close();
    }
    assertFalse(launcher.output().contains("Exception"), launcher::output);
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(), files.filter(LauncherProcessTest::isOfTheApplication).toList());
    }
  }

  private static boolean isOfTheApplication(Path file) {
    return file.getFileName().toString().startsWith("embedded-mule");
  }

  private static List<String> command(Path temporary, String... arguments) {
    List<String> command = new ArrayList<>(WorkApplication.java(WorkApplication.classPath(), Launcher.class, arguments));
    command.add(1, "-Djava.io.tmpdir=" + temporary);
    return command;
  }
}
