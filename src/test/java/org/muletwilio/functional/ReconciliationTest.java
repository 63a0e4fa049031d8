package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.awaitCallback;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Message;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Twilio never called back about is looked up. */
class ReconciliationTest {

  private static final String SEND = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='#[payload]' status-callback-flow-ref='status'><twilio:callback-contexts>"
      + "<twilio:callback-context key='order' value='42'/></twilio:callback-contexts></twilio:send-message></flow>";
  private static final String CALL = "<flow name='call'><twilio:make-call config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' twiml='&lt;Response/&gt;' status-callback-flow-ref='status'/></flow>";
  private static final String DETECT = "<flow name='detect'><twilio:make-call config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' twiml='&lt;Response&gt;&lt;Pause length=\"20\"/&gt;&lt;/Response&gt;' machineDetection='ENABLE' "
      + "async-amd-status-callback-flow-ref='who-answered' "
      + "status-callback-flow-ref='status'/></flow>" + flow("who-answered");
  private static final String ADD = "<flow name='add'><twilio:add-participant config-ref='Twilio' conference='room' "
      + "to='+15551234567' from='+15005550006' status-callback-flow-ref='status'/></flow>";

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

  /** What twilio:request makes is awaited as what the operations for it make. */
  @Test
  void aLostStatusOfARequestIsLookedUp() throws Exception {
    String callback = "<twilio:callbacks><twilio:callback parameter='StatusCallback' flow-ref='status'/></twilio:callbacks>"
        + "<twilio:callback-contexts><twilio:callback-context key='order' value='44'/></twilio:callback-contexts>";
    String flows = request("message", "Messages.create", callback) + request("own call", "Calls.create", callback)
        + request("participant", "Conferences.Participants.create", callback)
        + "<flow name='url'><twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' flow-ref='status'/></flow>"
        + request("message to a url", "Messages.create", "");
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='300' reconcileAfterUnit='MILLISECONDS'", null, flows)) {
      Map<String, Object> message = Map.of("To", "+15551234567", "From", "+15005550006", "Body", "Hello");
      assertLookedUp(simulator, mule, "message", message, "sid", "delivered");
      assertLookedUp(simulator, mule, "own call", Map.of("To", "+15551234567", "From", "+15005550006", "Twiml", "<Response/>"),
                     "sid", "completed");
      assertLookedUp(simulator, mule, "participant",
                     Map.of("To", "+15551234567", "From", "+15005550006", "ConferenceSid", "room"), "call_sid", "completed");
      Map<String, Object> toUrl = new HashMap<>(message);
      toUrl.put("StatusCallback", mule.run("url", "").payload().toString());
      assertLookedUp(simulator, mule, "message to a url", toUrl, "sid", "delivered");
    }
  }

  /** Who is alone in a conference stays there. */
  private static void hangUp(TwilioSimulator simulator, String callSid) throws Exception {
    simulator.awaitCalls(calls -> calls.stream()
                         .anyMatch(each -> each.sid().equals(callSid) && each.status().equals("in-progress")), SOON);
    simulator.hangUp(callSid);
  }

  private static String request(String flow, String operation, String callbacks) {
    return "<flow name='" + flow + "'><twilio:request config-ref='Twilio' api='api.v2010' operation='" + operation + "'>"
        + callbacks
        + "</twilio:request></flow>";
  }

  private static void assertLookedUp(TwilioSimulator simulator, EmbeddedMule mule, String flow, Map<String, Object> parameters,
                                     String sidField, String status) throws Exception {
    simulator.faults().drop(1);
    String sid = new ObjectMapper().readTree(mule.run(flow, parameters).payload().toString()).path(sidField).asText();
    if (sidField.equals("call_sid")) {
      hangUp(simulator, sid);
    }
    FlowRun run = mule.awaitRun("status", each -> sid.equals(attributes(each).getResourceSid())
        && attributes(each).isTerminal(), SOON);
    assertTrue(attributes(run).isReconciled(), flow);
    assertEquals(status, attributes(run).getStatus());
  }

  @Test
  void theLostStatusOfAParticipantsCallIsLookedUp() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='300' reconcileAfterUnit='MILLISECONDS'", null)) {
      simulator.faults().drop(1);
      Participant added = (Participant) mule.run("add", "").payload();
      hangUp(simulator, added.getCallSid());
      FlowRun ended = mule.awaitRun("status", each -> added.getCallSid().equals(attributes(each).getResourceSid()), SOON);
      assertEquals("completed", attributes(ended).getStatus());
      assertTrue(attributes(ended).isReconciled());
    }
  }

  /** It is a last status as well, and about the same call. */
  @Test
  void machineDetectionDoesNotEndTheWaitForTheCallsLastStatus() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(100)).start();
        EmbeddedMule mule = start(simulator, freePort(), "reconcileAfter='4' reconcileAfterUnit='SECONDS'", null)) {
      Call call = (Call) mule.run("detect", "").payload();
      mule.awaitRun("who-answered", FlowRun::hasEnded, SOON);
      simulator.faults().drop(1);
      FlowRun ended = mule.awaitRun("status", each -> call.getSid().equals(attributes(each).getResourceSid()), SOON);
      assertEquals("completed", attributes(ended).getStatus());
      assertTrue(attributes(ended).isReconciled());
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

  private static EmbeddedMule start(TwilioSimulator simulator, int port, String attributes, Path folder) {
    return start(simulator, port, attributes, folder, "");
  }

  private static EmbeddedMule start(TwilioSimulator simulator, int port, String attributes, Path folder, String elements) {
    var builder =
        application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' "
        + attributes + "/>") + elements + SEND + CALL + DETECT + ADD + flow("status"));
    return folder == null ? builder.start() : builder.workingDirectory(folder).start();
  }

  private static CallbackAttributes attributes(FlowRun run) {
    return (CallbackAttributes) run.attributes();
  }
}
