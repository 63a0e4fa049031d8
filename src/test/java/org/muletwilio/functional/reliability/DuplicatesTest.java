package org.muletwilio.functional.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A callback that comes again, or late, or out of order. */
class DuplicatesTest {

  @Test
  void aRepeatRunsNothing() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")).start()) {
      CallbackAttempt delivered = sendAndAwait(simulator, mule);
      int runs = mule.runs("status").size();
      assertEquals(204, simulator.repeat(delivered).status());
      assertEquals(204, callback(simulator, delivered, "other token", delivered.resourceSid(), "delivered").status());
      assertEquals(runs, mule.runs("status").size());
      assertEquals(204, callback(simulator, delivered, "third token", "SMother", "delivered").status());
      assertEquals(runs + 1, mule.runs("status").size());
    }
  }

  @Test
  void duplicatesPassRunsAll() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
            + freePort() + "' duplicates='PASS'/>") + sendFlow() + flow("status")).start()) {
      CallbackAttempt delivered = sendAndAwait(simulator, mule);
      int runs = mule.runs("status").size();
      assertEquals(204, simulator.repeat(delivered).status());
      assertEquals(204, simulator.repeat(delivered).status());
      assertEquals(runs + 2, mule.runs("status").size());
    }
  }

  @Test
  void anObjectStoreRemembersOverARestart(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      String store = "store-" + port;
      String elements = config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
          + "' objectStore='" + store + "'/>") + sendFlow() + flow("status");
      CallbackAttempt delivered;
      try (EmbeddedMule mule = application(elements).workingDirectory(folder).start()) {
        delivered = sendAndAwait(simulator, mule);
        int runs = mule.runs("status").size();
        assertEquals(204, simulator.repeat(delivered).status());
        assertEquals(runs, mule.runs("status").size());
      }
      try (EmbeddedMule mule = application(elements).workingDirectory(folder).start()) {
        assertEquals(204, simulator.repeat(delivered).status());
        assertEquals(0, mule.runs("status").size());
        assertEquals(204, callback(simulator, delivered, "new", "SMnew", "sent").status());
        assertEquals(1, mule.runs("status").size());
      }
    }
  }

  @Test
  void theFlowHearsOfOrderAndEnd() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")).start()) {
      CallbackAttempt known = sendAndAwait(simulator, mule);
      callback(simulator, known, "1", "SMorder", "delivered");
      callback(simulator, known, "2", "SMorder", "sent");
      callback(simulator, known, "3", "SMorder", "read");
      assertTrue(attributes(mule, "SMorder", "delivered").isTerminal());
      assertFalse(attributes(mule, "SMorder", "delivered").isOutOfOrder());
      assertTrue(attributes(mule, "SMorder", "sent").isOutOfOrder());
      assertFalse(attributes(mule, "SMorder", "sent").isTerminal());
      assertFalse(attributes(mule, "SMorder", "read").isOutOfOrder());
    }
  }

  private static CallbackAttempt sendAndAwait(TwilioSimulator simulator, EmbeddedMule mule) throws Exception {
    mule.run("send", "Hello");
    CallbackAttempt delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
    mule.awaitRun("status", run -> run.hasEnded() && "delivered".equals(((CallbackAttributes) run.attributes()).getStatus()),
        SOON);
    return delivered;
  }

  private static CallbackAttempt callback(TwilioSimulator simulator, CallbackAttempt like, String token, String sid,
      String status) {
    return simulator.forge(like).idempotencyToken(token).fields(Form.of("MessageSid", sid, "MessageStatus", status))
        .signedBy(TOKEN)
        .send();
  }

  private static CallbackAttributes attributes(EmbeddedMule mule, String sid, String status) throws Exception {
    FlowRun found = mule.awaitRun("status", run -> sid.equals(((CallbackAttributes) run.attributes()).getResourceSid())
        && status.equals(((CallbackAttributes) run.attributes()).getStatus()), SOON);
    return (CallbackAttributes) found.attributes();
  }
}
