package org.muletwilio.testkit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.project.CallbackRoutes;
import org.muletwilio.testkit.project.UsageException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of applications without a connector's config: what is found, run and missed. */
class LaunchTest {

  private static final String CORE = "http://www.mulesoft.org/schema/mule/core";

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

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

  @Test
  void aLiveRunNamesTheVariablesThatItLacks() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");

    String message = assertThrows(UsageException.class,
                                  () -> launch(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "secret-token"), file,
                                               "--flow", "go", "--live", "-Dtwilio.to=+15551234567")).getMessage();
    assertEquals("--live needs a real account; the environment lacks TWILIO_FROM, TWILIO_DOMAIN", message);
    assertFalse(printed().contains("secret-token"));
  }

  @Test
  void aLiveRunTakesTheEnvironment() {
    Map<String, String> environment = Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "t", "TWILIO_FROM", "+1",
                                             "TWILIO_TO", "+2", "TWILIO_DOMAIN", "a.example.com");

    assertEquals(Map.of("twilio.accountSid", "AC1", "twilio.authToken", "t", "twilio.from", "+1", "twilio.to", "+2",
                        "twilio.domain", "a.example.com", "twilio.remotePort", "443", "twilio.baseUri", "https://api.twilio.com"),
                 LiveAccount.properties(environment, Map.of()));
  }

  @Test
  void findsWherePublicAddressesLead() throws Exception {
    Path file = write("app.xml", "<t:config xmlns:t='http://www.mulesoft.org/schema/mule/twilio'>"
        + "<t:http-callback-config domain='${d}' localPort='8082' remotePort='443'/>"
        + "<t:http-callback-config domain='http://b.example.com'/><t:http-callback-config localPort='1'/></t:config>");
    Map<String, String> properties = Map.of("d", "a.example.com", "http.port", "8083");

    assertEquals(Map.of("https://a.example.com", "http://127.0.0.1:8082", "http://b.example.com", "http://127.0.0.1:8083"),
                 new CallbackRoutes(name -> Optional.ofNullable(properties.get(name))).in(List.of(file)));
  }

  @Test
  void aSharedListenersPortIsWhereCallbacksLead() throws Exception {
    Path listener = write("listener.xml", "<h:listener-config xmlns:h='http://www.mulesoft.org/schema/mule/http' name='Public'>"
        + "<h:listener-connection host='0.0.0.0' port='${api.port}'/></h:listener-config>");
    Path file = write("shared.xml", "<t:config xmlns:t='http://www.mulesoft.org/schema/mule/twilio'>"
        + "<t:http-callback-config domain='a.example.com' remotePort='443' listenerConfig='Public'/></t:config>");
    Map<String, String> properties = Map.of("api.port", "8084", "http.port", "8083");

    assertEquals(Map.of("https://a.example.com", "http://127.0.0.1:8084"),
                 new CallbackRoutes(name -> Optional.ofNullable(properties.get(name))).in(List.of(file, listener)));
  }

  private void assertUsage(String problem, Path application) {
    String message = assertThrows(UsageException.class, () -> launch(Map.of(), application)).getMessage();
    assertTrue(message.contains(problem), message);
  }

  private Path demo(Path config, String demo) throws Exception {
    Path app = Files.createDirectories(folder.resolve("app"));
    Files.createDirectories(app.resolve("src/main/mule"));
    Files.copy(config, app.resolve("src/main/mule/app.xml"));
    Files.writeString(app.resolve("demo.properties"), demo);
    return app;
  }

  private boolean launch(Map<String, String> environment, Path application, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(application.toString());
    return new Launch(LauncherOptions.parse(arguments), environment, new PrintStream(output, true, UTF_8)).run();
  }

  private String printed() {
    return output.toString(UTF_8);
  }

  private Path write(String name, String elements) throws Exception {
    return Files.writeString(folder.resolve(name), "<mule xmlns='" + CORE + "' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + CORE + " " + CORE + "/current/mule.xsd'>"
        + elements + "</mule>");
  }
}
