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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A test that sleeps or waits for a queue keeps no application from stopping. */
  @ParameterizedTest
  @ValueSource(strings = {"sleep time='600' timeUnit='SECONDS'", "dequeue timeout='600'"})
  void aSignalEndsATestThatWaits(String operation) throws Exception {
    Path suites = Files.createDirectories(folder.resolve("waiting/src/test/munit"));
    Files.writeString(Files.createDirectories(folder.resolve("waiting/src/main/mule")).resolve("app.xml"), xml(
        "<flow name='one'><logger message='one'/></flow>"));
    Files.writeString(suites.resolve("waiting-suite.xml"), xml("<munit:config name='waiting-suite'/><munit:test name='waits'>"
        + "<munit:execution><logger message='It waits now'/><munit-tools:" + operation + "/></munit:execution></munit:test>"));
    ToolProcess launcher = ToolProcess.start(folder, command(folder, folder.resolve("waiting").toString(), "--munit"));
    try {
      launcher.awaitOutput(Pattern.compile("It waits now"), LONG);
      launcher.terminate(LONG);
    } finally {
      launcher.close();
    }
    assertFalse(launcher.output().contains("Exception"), launcher::output);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.filter(LauncherProcessTest::isOfTheApplication).toList(), "the application was closed");
    }
  }

  private static String xml(String content) {
    String mule = "http://www.mulesoft.org/schema/mule/";
    return "<mule xmlns='" + mule + "core' xmlns:munit='" + mule + "munit' xmlns:munit-tools='" + mule + "munit-tools' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + mule + "core " + mule
        + "core/current/mule.xsd " + mule + "munit " + mule + "munit/current/mule-munit.xsd " + mule + "munit-tools " + mule
        + "munit-tools/current/mule-munit-tools.xsd'>" + content + "</mule>";
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
