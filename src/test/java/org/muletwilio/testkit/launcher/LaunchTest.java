package org.muletwilio.testkit.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.project.UsageException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Runs of applications without a connector's config: what is found, run and missed. */
class LaunchTest extends LaunchFixture {

  @Test
  void runsAFlowOfAFile() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value=\"#['$(payload) from ${name}']\"/></flow>");

    assertTrue(launch(Map.of(), file, "--flow", "go", "--payload", "Hello", "-Dname=Ada"));
    assertTrue(printed().contains("go ended with payload Hello from Ada"), printed());
    assertTrue(printed().contains("OK app: go ran, and no callback came in "), printed());
  }

  @Test
  void anExampleSaysWhatToRun() throws Exception {
    Files.createDirectories(folder.resolve("src/main/mule"));
    Files.createDirectories(folder.resolve("src/main/resources"));
    write("src/main/mule/app.xml", "<configuration-properties file='application.properties'/>"
        + "<flow name='go'><set-payload value=\"#['$(payload) ${twilio.from} ${own}']\"/></flow>");
    Files.writeString(folder.resolve("src/main/resources/application.properties"), "own=mine\ntwilio.from=nobody");
    Files.writeString(folder.resolve("demo.properties"), "flow=go\npayload=Hi");

    assertTrue(launch(Map.of(), folder));
    assertTrue(printed().contains("go ended with payload Hi +15005550006 mine"), printed());
  }

  /** Each end of a try is seen, whichever thread runs it, and what comes after the last one may wait. */
  @Test
  void untilSuccessfulTriesAsOftenAsItSays() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-variable variableName='failed' value='#[0]'/>"
        + "<foreach collection='#[1 to 150]'><try><until-successful maxRetries='2' millisBetweenRetries='1'>"
        + "<raise-error type='APP:X' description='x'/></until-successful><error-handler><on-error-continue logException='false'>"
        + "<set-variable variableName='failed' value='#[vars.failed + 1]'/>"
        + "</on-error-continue></error-handler></try></foreach><set-payload value=\"#['$(vars.failed) failed']\"/></flow>");

    assertTrue(launch(Map.of(), file), printed());
    assertTrue(printed().contains("go ended with payload 150 failed"), printed());
  }

  @Test
  void aMissingCallbackFails() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");

    assertFalse(launch(Map.of(), file, "--flow", "go", "--expect", "status=queued|sent,delivered", "--timeout", "1"));
    assertTrue(printed().contains("  still missing is queued or sent for status, delivered for status\n"),
               printed());
  }

  @Test
  void aFailingFlowFails() throws Exception {
    Path file = write("app.xml", "<flow name='go'><raise-error type='APP:X' description='no luck'/></flow>");

    assertFalse(launch(Map.of(), file, "--flow", "go"));
    assertTrue(printed().contains("FAILED app: go failed: APP:X: no luck"), printed());
  }

  @Test
  void anUnknownFlowFails() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");

    assertFalse(launch(Map.of(), file, "--flow", "gone"));
    assertTrue(printed().contains("No flow 'gone'. There are: [go]"), printed());
  }

  @Test
  void anApplicationThatDoesNotStartFails() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='${nowhere}'/></flow>");

    assertFalse(launch(Map.of(), file, "--flow", "go"));
    assertTrue(printed().contains("FAILED app: The application didn't start"), printed());
    assertTrue(printed().contains("nowhere"), printed());
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertUsage("No application is at", folder.resolve("nothing"));
    assertUsage("No Mule XML file is in", empty);
    assertUsage("isn't a key", demo(file, "flw=go"));
  }

  @Test
  void choosesTheFlowThatNothingElseStartsOrNames() throws Exception {
    Path file = write("app.xml", "<flow name='timer'><scheduler><scheduling-strategy><fixed-frequency frequency='1' "
        + "startDelay='1' timeUnit='DAYS'/></scheduling-strategy></scheduler><flow-ref name='part'/></flow>"
        + "<flow name='part'><set-payload value='1'/></flow><flow name='go'><flow-ref name=\"#['by' ++ '-name']\"/>"
        + "<set-variable variableName='x' value=\"#['by-name']\"/></flow><flow name='by-name'><set-payload value='7'/></flow>");

    assertTrue(launch(Map.of(), file));
    assertTrue(printed().contains("Running go: the only flow without a source that no other names"), printed());
    assertTrue(printed().contains("go ended with payload 7"), printed());
  }

  @Test
  void asksWhichFlowIsMeant() throws Exception {
    assertUsage("Which flow? Name one with --flow: go, stop",
                write("two.xml", "<flow name='go'><set-payload value='1'/></flow><flow name='stop'><set-payload "
                + "value='1'/></flow>"));
    assertUsage("Nothing to run: each flow has a source or is named by another",
                write("none.xml", "<flow name='a'><flow-ref name='b'/></flow><flow name='b'><flow-ref name='a'/></flow>"));
  }

  @Test
  void servesAfterTheFlowOfTheExampleHasRun() throws Exception {
    Path app = demo(write("app.xml", "<flow name='go'><set-payload value=\"#['$(payload)!']\"/></flow>"
        + "<flow name='other'><set-payload value='1'/></flow>"), "flow=go\npayload=Hi");
    Thread serving = new Thread(() -> {
      try {
        launch(Map.of(), app, "--serve");
      } catch (Exception e) {
        // interrupted, as the end of a process would
      }
    });
    serving.start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!printed().contains("Serving until stopped") && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } finally {
      serving.interrupt();
      serving.join();
    }
    assertTrue(printed().contains("go ended with payload Hi!"), printed());
    assertTrue(printed().contains("OK app: go ran"), printed());
    assertTrue(printed().contains("Serving until stopped"), printed());
  }

  @Test
  void aWrongSimulatorSettingIsSaid() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");

    String message = assertThrows(UsageException.class, () -> launch(Map.of(), file, "--drop", "2")).getMessage();
    assertEquals("--drop 2: A probability must be from 0 to 1", message);
  }
}
