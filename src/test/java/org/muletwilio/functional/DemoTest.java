package org.muletwilio.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.LauncherOptions;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo: an example on the embedded Mule and the simulator, from its start to its summary. */
class DemoTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void sendsAnSmsAndShowsItsStatuses() throws Exception {
    assertTrue(demo(), printed());

    for (String status : List.of("sent", "delivered")) {
      assertPrinted("sms-status received message status " + status
          + " of SM[0-9a-f]{32} at https://mule\\.example\\.com/twilio/callbacks/\\S+/message-status/sms-status/\\S+");
    }
    assertPrinted("OK send-sms: send-sms ran, and in [0-9.]+ s there came sms-status: sent, delivered");
    assertEquals(-1, printed().indexOf(TwilioSimulator.DEFAULT_AUTH_TOKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ivr-survey", "sms-conversation"})
  void everyOtherExampleRunsToo(String example) throws Exception {
    List<String> arguments = List.of("examples/" + example);
    assertTrue(new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run(), printed());

    assertPrinted("OK " + example + ": ");
  }

  @ParameterizedTest
  @EnumSource(RunningTunnel.Kind.class)
  void comesThroughATunnelWithOneFlag(RunningTunnel.Kind kind) throws Exception {
    assumeTrue(kind.reasonAgainst().isEmpty(), () -> kind.reasonAgainst().orElseThrow());
    assertTrue(demo("--tunnel=" + kind.name().toLowerCase()), printed());

    assertPrinted("lead through a real tunnel");
    assertPrinted("OK send-sms: send-sms ran");
  }

  @Test
  void aStatusThatDoesNotComeIsAFailure() throws Exception {
    assertFalse(demo("--expect", "sms-status=sent,read", "--timeout", "2"), printed());

    assertPrinted("FAILED send-sms: after [0-9.]+ s there is still missing read for sms-status");
  }

  @Test
  void aRefusedMessageIsAFailure() throws Exception {
    assertFalse(demo("-Dtwilio.to=+15005550001"), printed());

    assertPrinted("FAILED send-sms: send-sms failed: TWILIO:INVALID_PHONE_NUMBER");
  }

  @Test
  void aRefusedConfigIsAFailure() throws Exception {
    assertFalse(demo("-Dtwilio.domain=under_score"), printed());

    assertPrinted("FAILED send-sms: The application didn't start: "
        + "http-callback-config of config 'Twilio': domain is 'under_score'");
  }

  private boolean demo(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("examples/send-sms");
    return new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run();
  }

  private void assertPrinted(String pattern) {
    assertTrue(Pattern.compile(pattern).matcher(printed()).find(), () -> pattern + " isn't in\n" + printed());
  }

  private String printed() {
    return output.toString(UTF_8);
  }
}
