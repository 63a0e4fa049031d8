package org.muletwilio.functional.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What Twilio never called back about calls, participants and requests. */
class ReconciledCallsTest extends ReconcilingApplication {

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
}
