package org.muletwilio.functional.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** What is not OK about a run of the demo: it ends with an error, and says why. */
class DemoFailuresTest extends DemoFixture {

  @Test
  void aTestThatFailsIsNotOk() throws Exception {
    assertFalse(run(Path.of("examples/ivr-survey"), "--munit-test", "ivr-survey-test-suite.xml#two-records", "-Dtwilio.domain=",
                    "--reports=" + folder),
                printed());

    assertPrinted("FAILED ivr-survey: 1 tests, 0 passed, 1 failed, 0 ignored");
  }

  @Test
  void aStatusThatIsNotTheLastIsNotOk() throws Exception {
    assertFalse(run(copyWithoutExpectations("send-sms"), "--payload", "Hi", "--outcome", "+15551234567=sent"), printed());

    assertPrinted("FAILED send-sms: send-sms ran, and 1 callback \\(sms-status: sent\\) came in");
    assertPrinted("still missing is the last status of SM[0-9a-f]{32} \\(it was sent; the simulator has it as sent\\)");
  }

  @Test
  void aCallbackThatIsLostIsNotOk() throws Exception {
    assertFalse(run(copyWithoutExpectations("send-sms"), "--payload", "Hi", "--drop", "1"), printed());

    assertPrinted("FAILED send-sms: send-sms ran, and no callback came in");
    assertPrinted("still missing is the last status of SM[0-9a-f]{32} \\(none came; the simulator has it as (sent|delivered)\\)");
  }

  @Test
  void aFlowThatFailsOnACallbackIsNotOk() throws Exception {
    Path app = copyWithoutExpectations("send-sms");
    Path xml = app.resolve("src/main/mule/send-sms.xml");
    Files.writeString(xml, Files.readString(xml).replace("<flow name=\"sms-status\">",
        "<flow name=\"sms-status\"><raise-error type=\"APP:BROKEN\" description=\"broken\"/>"));

    assertFalse(run(app, "--payload", "Hi"), printed());
    assertPrinted("  sms-status failed on message status sent of SM[0-9a-f]{32}");
    assertPrinted("  Twilio sent message status to https://mule\\.example\\.com/\\S+ and got 500");
  }

  @Test
  void aStatusThatDoesNotComeIsAFailure() throws Exception {
    assertFalse(demo("--expect", "sms-status=sent,read", "--timeout", "2"), printed());

    assertPrinted("FAILED send-sms: send-sms ran, and 2 callbacks \\(sms-status: sent, delivered\\) came in [0-9.]+ s\\R"
        + "  still missing is read for sms-status");
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
}
