package org.muletwilio.functional.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo: an example on the embedded Mule and the simulator, from its start to its summary. */
class DemoTest extends DemoFixture {

  @Test
  void sendsAnSmsAndShowsItsStatuses() throws Exception {
    assertTrue(demo(), printed());

    for (String status : List.of("sent", "delivered")) {
      assertPrinted("sms-status received message status " + status
          + " of SM[0-9a-f]{32} at /twilio/callbacks/Twilio/message-status/sms-status\\R");
    }
    assertPrinted("OK send-sms: send-sms ran, and 2 callbacks \\(sms-status: sent, delivered\\) came in [0-9.]+ s");
    assertEquals(-1, printed().indexOf(TwilioSimulator.DEFAULT_AUTH_TOKEN));
  }

  @Test
  void runsTheSuitesOfAProject() throws Exception {
    assertTrue(run(Path.of("examples/send-sms"), "--munit", "--reports", folder.toString()), printed());
    assertTrue(Files.exists(folder.resolve("TEST-munit.send-sms-test-suite.xml")));

    assertPrinted("send-sms-test-suite\\.xml\\R(?s:.*)  passed the-payload-is-sent \\([0-9.]+ s\\)");
    assertPrinted("OK send-sms: 4 tests, 4 passed, 0 failed, 0 ignored, in [0-9.]+ s");
  }

  /** Nothing is expected by name: the launcher waits for what the application has asked Twilio for. */
  @Test
  void waitsUntilEachStatusIsFinal() throws Exception {
    Path app = copyWithoutExpectations("send-sms");

    assertTrue(run(app, "--payload", "Hi", "--verbose", "--outcome", "undelivered:30003"), printed());

    assertPrinted("at https://mule\\.example\\.com/twilio/callbacks/\\S+/message-status/sms-status/\\S+");
    assertPrinted("OK send-sms: send-sms ran, and 2 callbacks \\(sms-status: sent, undelivered\\) came in");
  }

  /** What never comes may still be looked up. */
  @Test
  void waitsForWhatIsLookedUp() throws Exception {
    Path app = copyWithoutExpectations("send-sms");
    edit(app, "<twilio:http-callback-config ", "<twilio:http-callback-config reconcileAfter='1' reconcileAfterUnit='SECONDS' ");
    assertTrue(run(app, "--payload", "Hi", "--drop", "1", "--quiet", "25s"), printed());

    assertPrinted("OK send-sms: send-sms ran, and 1 callback \\(sms-status: delivered\\) came in");
  }

  @Test
  void callbacksAreSignedWithASharedKey() throws Exception {
    Path app = copyWithoutExpectations("send-sms");
    edit(app, "<twilio:connection accountSid=\"${twilio.accountSid}\" authToken=\"${twilio.authToken}\" "
             + "baseUri=\"${twilio.baseUri}\"/>",
         "<twilio:api-key-connection accountSid='${twilio.accountSid}' apiKeySid='SK1' apiKeySecret='key-secret' "
             + "sharedKeysOnly='true' baseUri='${twilio.baseUri}'><twilio:shared-signing-keys>"
             + "<twilio:shared-signing-key value='shared-secret'/></twilio:shared-signing-keys></twilio:api-key-connection>");
    assertTrue(run(app, "--payload", "Hi", "--api-key", "SK1:key-secret", "--shared-key",
                   "https://mule.example.com/=KS1:shared-secret"), printed());

    assertPrinted("OK send-sms: send-sms ran, and 2 callbacks \\(sms-status: sent, delivered\\) came in");
  }

  @Test
  void waitsForAllOfACall() throws Exception {
    assertTrue(run(copyWithoutExpectations("ivr-survey"), "--flow", "ask", "--payload", "4711", "--call", "answered:2"),
        printed());

    assertPrinted("OK ivr-survey: ask ran, and 5 callbacks \\(");
    assertPrinted("recording-ready: completed");
    assertPrinted("call-ended: completed");
  }

  /** The simulator has stopped sending by then: Mule's HTTP service fills the log when a request meets a server that stops. */
  @RepeatedTest(2)
  void endsQuietlyWhileCallbacksAreSent() throws Exception {
    Path app = copyWithoutExpectations("send-sms");
    Path xml = app.resolve("src/main/mule/send-sms.xml");
    String many = IntStream.range(0, 80).mapToObj(i -> "'Hello " + i + "'").collect(Collectors.joining(", "));
    Files.writeString(xml, Files.readString(xml).replace("</flow>\n\n", "</flow>\n<flow name=\"many\"><foreach collection=\"#[["
        + many + "]]\"><flow-ref name=\"send-sms\"/></foreach></flow>"));

    try (GrizzlyLog log = new GrizzlyLog()) {
      assertTrue(run(app, "--flow", "many", "--expect", "sms-status", "--pace", "2ms"), printed());
      assertEquals(List.of(), log.lines);
    }
  }

  /** What Mule's HTTP service logs through Java's own logging. */
  private static final class GrizzlyLog extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("org.glassfish.grizzly");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    GrizzlyLog() {
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getLoggerName() + " " + entry.getThrown());
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ivr-survey", "sms-conversation"})
  void everyOtherExampleRunsToo(String example) throws Exception {
    List<String> arguments = List.of("examples/" + example);
    assertTrue(new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run(), printed());

    assertPrinted("OK " + example + ": ");
  }

  @Test
  void assignsATaskToTheSecondWorker() throws Exception {
    assertTrue(run(Path.of("examples/task-router")), printed());

    assertPrinted("assign received task assignment of WR[0-9a-f]{32}");
    assertPrinted("OK task-router: take-order ran, and 2 callbacks \\(assign: task assignment, task assignment\\)");
  }

  /** Nothing is called back: what the flow ends with is all there is to see. */
  @Test
  void approvesTheCodeThatWasSent() throws Exception {
    assertTrue(run(Path.of("examples/one-time-code")), printed());

    assertPrinted("sign-in ended with payload \\{approved=true}");
    assertPrinted("OK one-time-code: sign-in ran, and no callback came in");
  }

  @ParameterizedTest
  @EnumSource(RunningTunnel.Kind.class)
  void comesThroughATunnelWithOneFlag(RunningTunnel.Kind kind) throws Exception {
    assumeTrue(kind.reasonAgainst().isEmpty(), () -> kind.reasonAgainst().orElseThrow());
    assertTrue(demo("--tunnel=" + kind.name().toLowerCase()), printed());

    assertPrinted("lead through a real tunnel");
    assertPrinted("OK send-sms: send-sms ran");
  }
}
