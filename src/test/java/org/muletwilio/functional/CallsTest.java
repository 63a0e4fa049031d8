package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Call;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls from their placing to their end, and what flows get of them. */
class CallsTest {

  private static final String TO = "to='#[payload]' from='+15005550006' ";
  private static final String EVENTS = "<twilio:status-callback-events><twilio:status-callback-event value='INITIATED'/>"
      + "<twilio:status-callback-event value='RINGING'/><twilio:status-callback-event value='ANSWERED'/>"
      + "<twilio:status-callback-event value='COMPLETED'/></twilio:status-callback-events>";
  private static final String ENDLESS = "twiml='&lt;Response&gt;&lt;Pause length=\"100000\"/&gt;&lt;/Response&gt;' ";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), elements()).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String elements() {
    return flow("status") + flow("recording") + flow("detected")
        + "<flow name='hello'><twilio:twiml-say text='Hello'/></flow>"
        + operation("place", "make-call " + TO + "url-flow-ref='hello' status-callback-flow-ref='status'", EVENTS)
        + operation("record", "make-call " + TO + "url-flow-ref='hello' record='true' recordingChannels='DUAL' "
            + "recording-status-callback-flow-ref='recording' machineDetection='DETECT_MESSAGE_END' "
            + "machineDetectionTimeout='20' async-amd-status-callback-flow-ref='detected'", "")
        + operation("ask", "make-call " + TO + "url-flow-ref='hello' machineDetection='ENABLE'", "")
        + operation("settings", "make-call " + TO + "url='https://example.com/twiml' fallbackUrl='https://example.com/sorry' "
            + "timeout='1' timeoutUnit='MINUTES' timeLimit='1' timeLimitUnit='HOURS' sendDigits='ww1' callerId='+15557654321' "
            + "callReason='Delivery' callToken='token' passports='{}' sipAuthUsername='ada' sipAuthPassword='secret' "
            + "byoc='BY1' clientNotificationUrl='https://example.com/notify' recordingConfigurationId='RC1' "
            + "statusCallbackUrl='https://example.com/status'", "")
        + operation("endless", "make-call " + TO + ENDLESS + "status-callback-flow-ref='status'", "")
        + operation("get", "get-call callSid='#[payload]'", "")
        + operation("redirect", "update-call callSid='#[payload]' url-flow-ref='hello'", "")
        + operation("say", "update-call callSid='#[payload]' timeLimit='2' timeLimitUnit='MINUTES' "
            + "twiml='&lt;Response&gt;&lt;Say&gt;Bye&lt;/Say&gt;&lt;/Response&gt;'", "")
        + operation("hang-up", "update-call callSid='#[payload]' end='COMPLETED'", "")
        + operation("cancel", "update-call callSid='#[payload]' end='CANCELED'", "");
  }

  private static String operation(String flow, String operation, String children) {
    return "<flow name='" + flow + "'><twilio:" + operation + " config-ref='Twilio'>" + children + "</twilio:"
        + operation.split(" ")[0] + "></flow>";
  }

  private static Call run(String flow, String payload) {
    return (Call) mule.run(flow, payload).payload();
  }

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

  @Test
  void aCallIsRedirectedToAFlow() throws Exception {
    Call call = answered("+14155550108");
    assertEquals("in-progress", run("redirect", call.getSid()).getStatus());
    awaitRun("status", call, "completed");
    assertEquals(List.of("Say Hello"), simulator.heard(call.getSid()));
  }

  @Test
  void aCallIsRedirectedToTwiml() throws Exception {
    Call call = answered("+14155550109");
    run("say", call.getSid());
    awaitRun("status", call, "completed");
    assertEquals(List.of("Say Bye"), simulator.heard(call.getSid()));
    assertTrue(simulator.requests().stream().anyMatch(each -> each.path().contains(call.getSid())
        && each.request().form().first("TimeLimit").filter("120"::equals).isPresent()));
  }

  @Test
  void aCallIsHungUp() throws Exception {
    Call call = answered("+14155550110");
    run("hang-up", call.getSid());
    assertTrue(((CallbackAttributes) awaitRun("status", call, "completed").attributes()).getDuration() >= 1);
  }

  @Test
  void aCallIsCanceledBeforeItIsAnswered() {
    try (TwilioSimulator slow = TwilioSimulator.builder().pace(Duration.ofHours(1)).start();
        EmbeddedMule app = application(slow, freePort(), elements()).start()) {
      Call call = (Call) app.run("endless", "+14155550111").payload();
      app.run("cancel", call.getSid());
      FlowRun run = app.awaitRun("status", each -> "canceled".equals(((CallbackAttributes) each.attributes()).getStatus()), SOON);
      assertEquals(call.getSid(), ((CallbackAttributes) run.attributes()).getCallSid());
    }
  }

  private static Call answered(String to) throws Exception {
    Call call = run("endless", to);
    simulator.awaitCalls(calls -> calls.stream().anyMatch(each -> each.sid().equals(call.getSid())
        && each.status().equals("in-progress")), SOON);
    return call;
  }

  private static FlowRun awaitRun(String flow, Call call, String status) {
    return mule.awaitRun(flow, run -> {
      CallbackAttributes attributes = (CallbackAttributes) run.attributes();
      return call.getSid().equals(attributes.getCallSid()) && status.equals(attributes.getStatus());
    }, SOON);
  }

  /** @return what the call to a number was placed with */
  private static Form sent(String to) {
    return simulator.requests().stream().map(each -> each.request().form())
        .filter(form -> form.first("To").filter(to::equals).isPresent()).findFirst().orElseThrow();
  }
}
