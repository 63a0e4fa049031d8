package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_AUTH_TOKEN;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.CallScript;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls as the SDK places them and as a user's server sees them. */
class CallTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final PhoneNumber TO = new PhoneNumber("+14155550100");
  private static final PhoneNumber FROM = new PhoneNumber("+15005550006");
  private static final String[] ALL_EVENTS = {"initiated", "ringing", "answered", "completed"};

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(2)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  @AutoClose
  private final UserServer user = new UserServer();

  @BeforeEach
  void open() {
    answer("<Response><Say>Hello</Say></Response>");
  }

  @Test
  void tellsOfItsProgress() throws Exception {
    Call call = call("/twiml").setStatusCallback(url("/status")).setStatusCallbackEvent(Arrays.asList(ALL_EVENTS)).create(client);
    assertTrue(call.getSid().matches("CA[0-9a-f]{32}"));
    assertEquals(Call.Status.QUEUED, call.getStatus());
    assertEquals("outbound-api", call.getDirection());
    List<CallbackAttempt> told = told(Callback.Kind.CALL_STATUS, 4);
    assertEquals(List.of("initiated", "ringing", "in-progress", "completed"), fields(told, "CallStatus"));
    assertEquals(List.of("0", "1", "2", "3"), fields(told, "SequenceNumber"));
    CallbackAttempt last = told.get(3);
    assertEquals(31, last.callback().fields().fields().size());
    assertEquals("call-progress-events", last.field("CallbackSource"));
    assertEquals("1", last.field("CallDuration"));
    assertEquals("200", last.field("SipResponseCode"));
    Call ended = Call.fetcher(call.getSid()).fetch(client);
    assertEquals(Call.Status.COMPLETED, ended.getStatus());
    assertEquals("1", ended.getDuration());
    assertNotNull(ended.getStartTime());
    assertNotNull(ended.getEndTime());
    assertEquals(List.of("Say Hello"), simulator.heard(call.getSid()));
  }

  @Test
  void tellsOfTheEndAloneUnlessAsked() throws Exception {
    call("/twiml").setStatusCallback(url("/status")).create(client);
    List<CallbackAttempt> told = told(Callback.Kind.CALL_STATUS, 1);
    assertEquals(List.of("completed"), fields(told, "CallStatus"));
    assertEquals(List.of("0"), fields(told, "SequenceNumber"));
  }

  @ParameterizedTest
  @CsvSource({
      "busy, 486, 'initiated,ringing,busy'", "no-answer, 487, 'initiated,ringing,no-answer'", "failed, 404, 'initiated,failed'"})
  void endsUnhappily(String end, String sip, String statuses) throws Exception {
    simulator.script().call(TO.toString(), CallScript.parse(end));
    call("/twiml").setStatusCallback(url("/status")).setStatusCallbackEvent(Arrays.asList(ALL_EVENTS)).create(client);
    List<String> expected = List.of(statuses.split(","));
    List<CallbackAttempt> told = told(Callback.Kind.CALL_STATUS, expected.size());
    assertEquals(expected, fields(told, "CallStatus"));
    assertEquals(sip, told.get(told.size() - 1).field("SipResponseCode"));
    assertEquals("0", told.get(told.size() - 1).field("CallDuration"));
    assertEquals(0, simulator.callbacks().stream().filter(one -> one.kind() == Callback.Kind.CALL_INSTRUCTIONS).count());
  }

  @Test
  void asksForInstructionsAsTheSdkExpects() throws Exception {
    call("/twiml?x=1").setMethod(HttpMethod.GET).create(client);
    call("/twiml?x=1").create(client);
    told(Callback.Kind.CALL_INSTRUCTIONS, 2);
    for (UserServer.Received received : user.received()) {
      String signature = received.header("X-twilio-signature");
      Map<String, String> fields = new HashMap<>();
      received.form().fields().forEach(field -> fields.put(field.name(), field.value()));
      assertTrue(new RequestValidator(DEFAULT_AUTH_TOKEN).validate(user.url(received.target()), fields, signature));
    }
    assertEquals(Set.of("GET", "POST"), Set.copyOf(user.received().stream().map(UserServer.Received::method).toList()));
    CallbackAttempt asked = told(Callback.Kind.CALL_INSTRUCTIONS, 2).get(0);
    assertEquals("in-progress", asked.field("CallStatus"));
    assertEquals("outbound-api", asked.field("Direction"));
    assertEquals("US", asked.field("FromCountry"));
  }

  @Test
  void dropsAnHttpsPortWhenItSigns() throws Exception {
    simulator.route("https://gentle-fox.loca.lt:8443", user.url(""));
    new CallCreator(TO, FROM, URI.create("https://gentle-fox.loca.lt:8443/twiml")).create(client);
    assertEquals("https://gentle-fox.loca.lt/twiml", told(Callback.Kind.CALL_INSTRUCTIONS, 1).get(0).signedUrl());
    assertEquals("gentle-fox.loca.lt:8443", user.received().get(0).header("Host"));
  }

  @ParameterizedTest
  @CsvSource({"500, '', 11200", "200, '<Response>', 12100", "200, '', 12100", "200, '<!DOCTYPE a><Response/>', 12100",
      "200, '<Other/>', 12100", "404, '<Response/>', 11200"})
  void asksTheFallbackWhenTheAnswerFails(int status, String body, String code) throws Exception {
    user.replying(request -> request.target().equals("/fallback")
        ? UserServer.Reply.twiml("<Response><Say>Sorry</Say></Response>") : new UserServer.Reply(status, "text/xml", body));
    String sid = call("/twiml").setFallbackUrl(url("/fallback")).create(client).getSid();
    List<CallbackAttempt> asked = told(Callback.Kind.CALL_INSTRUCTIONS, 2);
    assertEquals(code, asked.get(1).field("ErrorCode"));
    assertEquals(user.url("/twiml"), asked.get(1).field("ErrorUrl"));
    awaitEnd(sid, "completed");
    assertEquals(List.of("Say Sorry"), simulator.heard(sid));
  }

  @Test
  void endsWhenThereIsNoFallback() throws Exception {
    user.replying(request -> UserServer.Reply.of(500));
    String sid = call("/twiml").create(client).getSid();
    awaitEnd(sid, "completed");
    assertEquals(List.of("error 11200 Answered 500"), simulator.heard(sid));
  }

  @Test
  void takesTwimlAndApplications() throws Exception {
    Twiml twiml = new Twiml("<Response><Say>Here</Say><Hangup/><Say>Never</Say></Response>");
    String sid = new CallCreator(TO, FROM, twiml).create(client).getSid();
    awaitEnd(sid, "completed");
    assertEquals(List.of("Say Here"), simulator.heard(sid));
    Application application = Application.creator().setVoiceUrl(url("/twiml")).setStatusCallback(url("/status")).create(client);
    new CallCreator(TO, FROM, application.getSid()).create(client);
    assertEquals(List.of("completed"), fields(told(Callback.Kind.CALL_STATUS, 1), "CallStatus"));
  }

  @Test
  void recordsAndDetectsMachines() throws Exception {
    simulator.script().call(TO.toString(), CallScript.answered().answeredBy("machine_start"));
    Call call = call("/twiml").setRecord(true).setRecordingStatusCallback(user.url("/recording"))
        .setRecordingStatusCallbackEvent(List.of("in-progress", "completed"))
        .setMachineDetection("Enable").setAsyncAmd("true").setAsyncAmdStatusCallback(url("/amd"))
        .setStatusCallback(url("/status")).create(client);
    List<CallbackAttempt> recording = told(Callback.Kind.RECORDING_STATUS, 2);
    assertEquals(List.of("in-progress", "completed"), fields(recording, "RecordingStatus"));
    assertEquals("OutboundAPI", recording.get(1).field("RecordingSource"));
    assertEquals(call.getSid(), recording.get(1).field("CallSid"));
    assertEquals("1", recording.get(1).field("RecordingChannels"));
    assertFalse(recording.get(1).field("RecordingDuration").isEmpty());
    assertEquals("machine_start", told(Callback.Kind.AMD_STATUS, 1).get(0).field("AnsweredBy"));
    CallbackAttempt end = told(Callback.Kind.CALL_STATUS, 1).get(0);
    assertEquals(recording.get(1).field("RecordingSid"), end.field("RecordingSid"));
    assertEquals("", told(Callback.Kind.CALL_INSTRUCTIONS, 1).get(0).field("AnsweredBy"));
  }

  @Test
  void waitsForMachineDetectionUnlessToldNotTo() throws Exception {
    call("/twiml").setMachineDetection("Enable").create(client);
    assertEquals("human", told(Callback.Kind.CALL_INSTRUCTIONS, 1).get(0).field("AnsweredBy"));
  }

  @Test
  void isRedirectedAndHungUp() throws Exception {
    answer("<Response><Pause length=\"100000\"/></Response>");
    String sid = call("/twiml").setStatusCallback(url("/status")).create(client).getSid();
    told(Callback.Kind.CALL_INSTRUCTIONS, 1);
    Call.updater(sid).setUrl(url("/other")).update(client);
    assertEquals(user.url("/other"), told(Callback.Kind.CALL_INSTRUCTIONS, 2).get(1).signedUrl());
    Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
    assertEquals("completed", told(Callback.Kind.CALL_STATUS, 1).get(0).field("CallStatus"));
    assertCode(21220, () -> Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client));
    assertCode(21220, () -> Call.updater(sid).setUrl(url("/twiml")).update(client));
  }

  @Test
  void isCanceledBeforeItIsAnswered() throws Exception {
    try (TwilioSimulator slow = TwilioSimulator.builder().pace(Duration.ofHours(1)).start()) {
      TwilioRestClient other = SdkClient.of(slow);
      String sid = call("/twiml").setStatusCallback(url("/status")).create(other).getSid();
      Call.updater(sid).setStatus(Call.UpdateStatus.CANCELED).update(other);
      slow.awaitCallbacks(sent -> sent.size() == 1 && sent.get(0).field("CallStatus").equals("canceled"), LIMIT);
    }
  }

  private CallCreator call(String target) {
    return new CallCreator(TO, FROM, url(target));
  }

  private URI url(String target) {
    return URI.create(user.url(target));
  }

  private void answer(String twiml) {
    user.replying(request -> UserServer.Reply.twiml(twiml));
  }

  private void awaitEnd(String sid, String status) throws Exception {
    simulator.awaitCalls(calls -> calls.stream().anyMatch(call -> call.sid().equals(sid) && call.status().equals(status)), LIMIT);
  }

  private List<CallbackAttempt> told(Callback.Kind kind, int count) throws Exception {
    return simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == kind).count() >= count, LIMIT).stream()
        .filter(one -> one.kind() == kind).toList();
  }

  private static List<String> fields(List<CallbackAttempt> attempts, String name) {
    return attempts.stream().map(attempt -> attempt.field(name)).toList();
  }

  private static void assertCode(int code, Executable executable) {
    assertEquals(code, assertThrows(ApiException.class, executable).getCode());
  }
}
