package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Call;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls from their placing to their end, and what flows get of them. */
class CallsTest extends CallsApplication {

  @Test
  void theFlowsHearOfACallFromItsPlacingToItsEnd() throws Exception {
    Call call = run("place", "+14155550101");
    assertTrue(call.getSid().matches("CA[0-9a-f]{32}"), call.getSid());
    assertEquals(ACCOUNT, call.getAccountSid());
    assertEquals("queued", call.getStatus());
    assertEquals("outbound-api", call.getDirection());
    assertEquals("+14155550101", call.getTo());
    assertEquals("+15005550006", call.getFrom());
    assertNull(call.getDuration());
    assertNotNull(call.getDateCreated());

    FlowRun end = awaitRun("status", call, "completed");
    List<CallbackAttributes> told = mule.runs("status").stream().map(run -> (CallbackAttributes) run.attributes())
        .filter(each -> call.getSid().equals(each.getCallSid())).toList();
    assertEquals(Map.of("initiated", 0, "ringing", 1, "in-progress", 2, "completed", 3),
                 told.stream().collect(Collectors.toMap(CallbackAttributes::getStatus, CallbackAttributes::getSequenceNumber)));
    CallbackAttributes attributes = (CallbackAttributes) end.attributes();
    assertEquals(CallbackKind.CALL_STATUS, attributes.getKind());
    assertEquals(call.getSid(), attributes.getResourceSid());
    assertEquals(1, attributes.getDuration());
    assertTrue(Duration.between(attributes.getTimestamp(), attributes.getReceivedAt()).abs().compareTo(SOON) < 0);
    assertEquals("outbound-api", ((MultiMap<?, ?>) end.payload()).get("Direction"));
    assertEquals(List.of("Say Hello"), simulator.heard(call.getSid()));

    Call ended = run("get", call.getSid());
    assertEquals("completed", ended.getStatus());
    assertEquals(1, ended.getDuration());
    assertFalse(ended.getEndTime().isBefore(ended.getStartTime()));
  }

  @Test
  void recordingsAndMachinesAreToldOf() throws Exception {
    simulator.script().call("+14155550102", CallScript.answered().answeredBy("machine_end_beep"));
    Call call = run("record", "+14155550102");
    assertEquals("DetectMessageEnd", sent(call.getTo()).first("MachineDetection").orElseThrow());
    assertEquals("20", sent(call.getTo()).first("MachineDetectionTimeout").orElseThrow());

    CallbackAttributes recording = (CallbackAttributes) awaitRun("recording", call, "completed").attributes();
    assertTrue(recording.getResourceSid().startsWith("RE"), recording.getResourceSid());
    assertTrue(recording.getRecordingUrl().endsWith("/Recordings/" + recording.getResourceSid()), recording.getRecordingUrl());
    assertTrue(recording.getDuration() >= 1, recording.toString());
    assertEquals(1, recording.getRecordingChannels());
    CallbackAttributes detected = (CallbackAttributes) awaitRun("detected", call, "machine_end_beep").attributes();
    assertEquals("machine_end_beep", detected.getAnsweredBy());
    assertEquals(2300, detected.getMachineDetectionDuration());
  }

  @Test
  void theFlowThatInstructsKnowsWhoAnsweredIfTheCallWaitsForIt() {
    simulator.script().call("+14155550103", CallScript.answered().answeredBy("fax"));
    Call call = run("ask", "+14155550103");
    CallbackAttributes asked = (CallbackAttributes) awaitRun("hello", call, "in-progress").attributes();
    assertEquals(CallbackKind.CALL_INSTRUCTIONS, asked.getKind());
    assertEquals("fax", asked.getAnsweredBy());
  }

  @ParameterizedTest
  @CsvSource({"+14155550104, busy, 486", "+14155550105, no-answer, 487", "+14155550106, failed, 404"})
  void unhappyEndsAreToldOf(String to, String end, String sipCode) {
    simulator.script().call(to, CallScript.parse(end));
    Call call = run("place", to);
    FlowRun run = awaitRun("status", call, end);
    assertEquals(0, ((CallbackAttributes) run.attributes()).getDuration());
    assertEquals(sipCode, ((MultiMap<?, ?>) run.payload()).get("SipResponseCode"));
    assertEquals(end, run("get", call.getSid()).getStatus());
    assertEquals(List.of(), simulator.heard(call.getSid()));
  }

  @Test
  void everySettingIsSent() {
    run("settings", "+14155550107");
    Map<String, String> sent = sent("+14155550107").fields().stream()
        .collect(Collectors.toMap(Form.Field::name, Form.Field::value));
    assertEquals(Map.ofEntries(
        Map.entry("To", "+14155550107"), Map.entry("From", "+15005550006"), Map.entry("Url", "https://example.com/twiml"),
        Map.entry("FallbackUrl", "https://example.com/sorry"), Map.entry("StatusCallback", "https://example.com/status"),
        Map.entry("Timeout", "60"), Map.entry("TimeLimit", "3600"), Map.entry("SendDigits", "ww1"),
        Map.entry("CallerId", "+15557654321"), Map.entry("CallReason", "Delivery"), Map.entry("CallToken", "token"),
        Map.entry("Passports", "{}"), Map.entry("SipAuthUsername", "ada"), Map.entry("SipAuthPassword", "secret"),
        Map.entry("Byoc", "BY1"), Map.entry("ClientNotificationUrl", "https://example.com/notify"),
        Map.entry("RecordingConfigurationId", "RC1")), sent);
  }
}
