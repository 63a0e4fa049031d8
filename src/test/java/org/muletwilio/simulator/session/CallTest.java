package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.CallScript;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls tell of their progress and their end. */
class CallTest extends CallFixture {

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
  void isCanceledBeforeItIsAnswered() throws Exception {
    try (TwilioSimulator slow = TwilioSimulator.builder().pace(Duration.ofHours(1)).start()) {
      TwilioRestClient other = SdkClient.of(slow);
      String sid = call("/twiml").setStatusCallback(url("/status")).create(other).getSid();
      Call.updater(sid).setStatus(Call.UpdateStatus.CANCELED).update(other);
      slow.awaitCallbacks(sent -> sent.size() == 1 && sent.get(0).field("CallStatus").equals("canceled"), LIMIT);
    }
  }
}
