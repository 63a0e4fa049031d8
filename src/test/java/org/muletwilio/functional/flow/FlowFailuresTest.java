package org.muletwilio.functional.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What Twilio is answered, and what the log tells, when a flow fails. */
class FlowFailuresTest {

  /** The text of an error may be anybody's: here it is that of a message, which forges a line of the log. */
  private static final String BODY = "secret\n12:00:00.000 ERROR  Pay to somebody else\u2028";

  @Test
  void theTextOfAFlowsErrorStaysOutOfTheLog() throws Exception {
    assertFailure("<flow name='status'><raise-error type='APP:BROKEN' description='#[payload.Body]'/></flow>", 500,
                  "WARN Flow 'status', which Twilio called back for, failed: APP:BROKEN");
  }

  @Test
  void aFlowThatRefersToAStoppedFlowIsNotTheStoppedOne() throws Exception {
    assertFailure("<flow name='status'><flow-ref name='other'/></flow>" + flow("other"), 500,
                  "WARN Flow 'status', which Twilio called back for, failed: MULE:UNKNOWN", "other");
  }

  @Test
  void aStoppedFlowIsUnavailable() throws Exception {
    assertFailure(flow("status"), 503, "WARN Twilio called back for flow 'status', which is stopped or too busy to run",
        "status");
  }

  private static void assertFailure(String flows, int answer, String line, String... stopped) throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flows).start()) {
      for (String each : stopped) {
        mule.stopFlow(each);
      }
      mule.run("send", "Hello");
      CallbackAttempt sent = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      try (LogLines lines = LogLines.of("org.muletwilio.internal", Level.WARN)) {
        assertEquals(answer, simulator.forge(sent).fields(Form.of("MessageSid", "SM" + "1".repeat(32), "MessageStatus",
            "delivered", "Body", BODY)).idempotencyToken("another").signedBy(TestApplication.TOKEN).send().status());
        // the simulator tries again what failed
        assertEquals(List.of(line), lines.with("Twilio called back for").stream().distinct().toList());
        assertEquals(List.of(), lines.with("secret"));
      }
    }
  }
}
