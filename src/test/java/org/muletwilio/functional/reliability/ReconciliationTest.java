package org.muletwilio.functional.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Twilio never called back about is looked up. */
class ReconciliationTest extends ReconcilingApplication {

  @Test
  void aLostStatusIsLookedUp() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='300' reconcileAfterUnit='MILLISECONDS'", null)) {
      simulator.faults().drop(1);
      Message message = (Message) mule.run("send", "Hello").payload();
      FlowRun run = mule.awaitRun("status", each -> message.getSid().equals(attributes(each).getResourceSid()), SOON);
      assertTrue(attributes(run).isReconciled());
      assertTrue(attributes(run).isTerminal());
      assertEquals("delivered", attributes(run).getStatus());
      assertEquals(Map.of("order", "42"), attributes(run).getContext());
      assertNull(attributes(run).getPublicUrl());
      assertEquals(message.getSid(), ((Map<?, ?>) run.payload()).get("MessageSid"));

      mule.run("call", "");
      FlowRun ended = mule.awaitRun("status", each -> String.valueOf(attributes(each).getResourceSid()).startsWith("CA"), SOON);
      assertEquals("completed", attributes(ended).getStatus());
      assertTrue(attributes(ended).isReconciled());
    }
  }

  /** The flow is chosen at run time, and its URL made by callback-url. */
  @Test
  void aLostStatusOfAUrlThatWasMadeIsLookedUp() throws Exception {
    String made = "<flow name='send made'><twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' flow-ref='#[vars.flow]' "
        + "target='url'><twilio:callback-contexts><twilio:callback-context key='order' value='43'/></twilio:callback-contexts>"
        + "</twilio:callback-url><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' "
        + "body='#[payload]' statusCallbackUrl='#[vars.url]'/></flow>";
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='300' reconcileAfterUnit='MILLISECONDS'", null, made)) {
      simulator.faults().drop(1);
      Message message = (Message) mule.run("send made", "Hello", null, Map.of("flow", "status")).payload();
      FlowRun run = mule.awaitRun("status", each -> message.getSid().equals(attributes(each).getResourceSid()), SOON);
      assertTrue(attributes(run).isReconciled());
      assertEquals(Map.of("order", "43"), attributes(run).getContext());
    }
  }

  @Test
  void whatHasComeIsNotLookedUp() throws Exception {
    // What comes before send-message has ended would be looked up in vain
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(200)).start();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='4' reconcileAfterUnit='SECONDS'", null)) {
      mule.run("send", "Hello");
      awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      mule.awaitRun("status", each -> "delivered".equals(attributes(each).getStatus()), SOON);
      simulator.faults().drop(1);
      Message second = (Message) mule.run("send", "Again").payload();
      mule.awaitRun("status", each -> second.getSid().equals(attributes(each).getResourceSid()), SOON);
      assertEquals(1, mule.runs("status").stream().filter(each -> attributes(each).isReconciled()).count());
      assertFalse(simulator.requests().stream().anyMatch(each -> each.method().equals("GET") && each.path().contains("/Messages/")
          && !each.path().contains(second.getSid())));
    }
  }

  @Test
  void whatIsAwaitedOutlivesARestart(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      simulator.faults().drop(1);
      Message message;
      String settings = "reconcileAfter='3' reconcileAfterUnit='SECONDS' objectStore='kept'";
      try (EmbeddedMule mule = start(simulator, port, settings, folder)) {
        message = (Message) mule.run("send", "Hello").payload();
        simulator.awaitDropped(all -> all.size() >= 2, SOON);
        assertEquals(0, mule.runs("status").size());
      }
      try (EmbeddedMule mule = start(simulator, port, settings, folder)) {
        FlowRun run = mule.awaitRun("status", each -> attributes(each).isReconciled(), SOON);
        assertEquals(message.getSid(), attributes(run).getResourceSid());
      }
    }
  }

  @Test
  void aStatusThatNeverComesIsGivenUp() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMinutes(5)).start();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='200' reconcileAfterUnit='MILLISECONDS' giveUpAfter='1' "
            + "giveUpAfterUnit='SECONDS'", null)) {
      Message message = (Message) mule.run("send", "Hello").payload();
      CallbackAttributes told = attributes(mule.awaitRun("status", run -> true, SOON));
      assertEquals(message.getSid(), told.getResourceSid());
      assertTrue(told.isGivenUp());
      assertFalse(told.isTerminal());
      assertEquals("queued", told.getStatus());
      assertEquals(Map.of("order", "42"), told.getContext());
    }
  }

  @Test
  void moreIsLookedUpThanGivenUp() {
    assertTrue(assertThrows(ApplicationStartException.class, () -> {
      try (TwilioSimulator simulator = simulator()) {
        start(simulator, freePort(), "reconcileAfter='2' reconcileAfterUnit='DAYS' giveUpAfter='1'", null).close();
      }
    }).getMessage().contains("giveUpAfter (1 DAYS) is shorter than reconcileAfter (2 DAYS)"));
  }

  @Test
  void aFlowThatFailedIsTriedAgain() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
            + freePort() + "' reconcileAfter='200' reconcileAfterUnit='MILLISECONDS'/>") + SEND
            + "<flow name='status'><raise-error type='APP:BROKEN'/></flow>").start()) {
      simulator.faults().drop(1);
      mule.run("send", "Hello");
      mule.awaitRun("status", each -> mule.runs("status").size() >= 3, SOON);
    }
  }
}
