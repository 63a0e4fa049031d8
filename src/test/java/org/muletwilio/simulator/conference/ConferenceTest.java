package org.muletwilio.simulator.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.CallScript;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.rest.api.v2010.account.call.Transcription;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Conferences, recordings and transcriptions that are asked for by the API. */
class ConferenceTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String TO = "+14155550100";
  private static final String FROM = "+15005550006";

  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(2)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  @AutoClose
  private final UserServer user = new UserServer();

  @Test
  void tellsEverybodyWhoAsks() throws Exception {
    simulator.script().call(TO, CallScript.answered().stays(2));
    Participant participant = participant().setStatusCallback(url("/status"))
        .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
        .setConferenceStatusCallback(url("/conference"))
        .setConferenceStatusCallbackEvent(List.of("start", "end", "join", "leave"))
        .setRecord(true).setRecordingStatusCallback(url("/recording"))
        .setConferenceRecord("true").setConferenceRecordingStatusCallback(url("/conference-recording"))
        .setMachineDetection("Enable").setAmdStatusCallback(url("/amd")).setLabel("customer").create(client);
    assertEquals(Participant.Status.QUEUED, participant.getStatus());
    assertEquals("customer", participant.getLabel());
    assertTrue(participant.getConferenceSid().matches("CF[0-9a-f]{32}"));
    assertEquals(List.of("initiated", "ringing", "in-progress", "completed"),
                 told(Callback.Kind.CALL_STATUS, 4).stream().map(one -> one.field("CallStatus")).toList());
    List<CallbackAttempt> conference = told(Callback.Kind.CONFERENCE_STATUS, 4);
    assertEquals(List.of("participant-join", "conference-start", "participant-leave", "conference-end"),
                 conference.stream().map(one -> one.field("StatusCallbackEvent")).toList());
    assertEquals("last-participant-left", conference.get(3).field("ReasonConferenceEnded"));
    assertEquals(participant.getCallSid(), conference.get(3).field("CallSidEndingConference"));
    assertEquals("customer", conference.get(0).field("ParticipantLabel"));
    assertEquals(participant.getCallSid(), told(Callback.Kind.AMD_STATUS, 1).get(0).field("CallSid"));
    List<CallbackAttempt> recordings = told(Callback.Kind.RECORDING_STATUS, 2);
    CallbackAttempt ofCall = recordings.stream().filter(one -> one.signedUrl().endsWith("/recording")).findFirst().orElseThrow();
    assertEquals(participant.getCallSid(), ofCall.field("CallSid"));
    CallbackAttempt ofConference = recordings.stream().filter(one -> one != ofCall).findFirst().orElseThrow();
    assertEquals("Conference", ofConference.field("RecordingSource"));
    assertEquals(participant.getConferenceSid(), ofConference.field("ConferenceSid"));
    Conference ended = Conference.fetcher(participant.getConferenceSid()).fetch(client);
    assertEquals(Conference.Status.COMPLETED, ended.getStatus());
    assertEquals(Conference.ReasonConferenceEnded.LAST_PARTICIPANT_LEFT, ended.getReasonConferenceEnded());
  }

  @Test
  void changesParticipants() throws Exception {
    Participant participant = participant().setConferenceStatusCallback(url("/conference"))
        .setConferenceStatusCallbackEvent(List.of("join", "mute", "hold", "leave")).create(client);
    String room = participant.getConferenceSid();
    told(Callback.Kind.CONFERENCE_STATUS, 1);
    assertTrue(Participant.updater(room, participant.getCallSid()).setMuted(true).update(client).getMuted());
    Participant.updater(room, participant.getCallSid()).setHold(true).update(client);
    assertEquals(Participant.Status.CONNECTED, Participant.fetcher(room, participant.getCallSid()).fetch(client).getStatus());
    Participant second = Participant.creator(room, new PhoneNumber(FROM), new PhoneNumber("+14155550101")).create(client);
    assertEquals(room, second.getConferenceSid());
    Participant.deleter(room, participant.getCallSid()).delete(client);
    told(Callback.Kind.CONFERENCE_STATUS, 5);
    Conference.updater(room).setStatus(Conference.UpdateStatus.COMPLETED).update(client);
    assertEquals(Conference.ReasonConferenceEnded.CONFERENCE_ENDED_VIA_API,
                 Conference.fetcher(room).fetch(client).getReasonConferenceEnded());
    List<String> events = told(Callback.Kind.CONFERENCE_STATUS, 5).stream().map(one -> one.field("StatusCallbackEvent"))
        .filter(event -> !event.equals("participant-join")).limit(3).toList();
    assertEquals(List.of("participant-mute", "participant-hold", "participant-leave"), events);
  }

  @Test
  void isOverWhenNobodyAnswers() throws Exception {
    simulator.script().call(TO, CallScript.busy());
    Participant participant = participant().setStatusCallback(url("/status")).create(client);
    assertEquals("busy", told(Callback.Kind.CALL_STATUS, 1).get(0).field("CallStatus"));
    Conference.fetcher(participant.getConferenceSid()).fetch(client);
    assertThrows(ApiException.class, () -> Conference.fetcher("CF" + "1".repeat(32)).fetch(client));
  }

  @Test
  void aRecordingTellsOfItsPausesToAParticipant() throws Exception {
    participant().setRecord(true).setRecordingStatusCallback(url("/recording"))
        .setRecordingStatusCallbackEvent(List.of("started", "in-progress", "paused", "resumed", "stopped", "completed", "failed",
                                                 "absent")).create(client);
    told(Callback.Kind.RECORDING_STATUS, 2);
    String call = simulator.calls().get(0).sid();
    Recording.updater(call, "Twilio.CURRENT", Recording.Status.PAUSED).update(client);
    simulator.advance(Duration.ofSeconds(10));
    Recording.updater(call, "Twilio.CURRENT", Recording.Status.IN_PROGRESS).update(client);
    Recording.updater(call, "Twilio.CURRENT", Recording.Status.STOPPED).update(client);
    List<CallbackAttempt> told = told(Callback.Kind.RECORDING_STATUS, 6);
    assertEquals(List.of("started", "in-progress", "paused", "resumed", "stopped", "completed"),
                 told.stream().map(one -> one.field("RecordingStatus")).toList());
    assertTrue(Integer.parseInt(told.get(5).field("RecordingDuration")) < 5_000, told::toString);
    simulator.hangUp(call);
  }

  @Test
  void aRecordingIsShownByItsCallAndByTheAccount() throws Exception {
    String sid = longCall();
    Recording ofCall = Recording.creator(sid).setRecordingChannels("dual").setRecordingTrack("inbound").create(client);
    assertEquals("inbound", ofCall.getTrack());
    assertEquals(2, ofCall.getChannels());
    com.twilio.rest.api.v2010.account.Recording ofAccount =
        com.twilio.rest.api.v2010.account.Recording.fetcher(ofCall.getSid()).fetch(client);
    assertTrue(ofAccount.getMediaUrl().toString().endsWith("/Recordings/" + ofCall.getSid()));
    assertNotNull(ofAccount.getSubresourceUris().get("transcriptions"));
    String raw = simulator.requests().get(simulator.requests().size() - 1).answer().orElseThrow().body();
    assertFalse(raw.contains("\"track\""), raw);
    String other = longCallAgain();
    assertEquals(20404, assertThrows(ApiException.class, () -> Recording.fetcher(other, ofCall.getSid()).fetch(client))
        .getCode());
    assertTrue(com.twilio.rest.api.v2010.account.Recording.deleter(ofCall.getSid()).delete(client));
    assertEquals(20404, assertThrows(ApiException.class, () -> Recording.fetcher(sid, ofCall.getSid()).fetch(client)).getCode());
  }

  private String longCallAgain() {
    return new CallCreator(new PhoneNumber(TO), new PhoneNumber(FROM), new Twiml("<Response><Pause length='100000'/></Response>"))
        .create(client).getSid();
  }

  @Test
  void recordsACallUnderWay() throws Exception {
    String sid = longCall();
    Recording recording = Recording.creator(sid).setRecordingStatusCallback(url("/recording"))
        .setRecordingStatusCallbackEvent(List.of("in-progress", "completed")).create(client);
    assertEquals(Recording.Status.IN_PROGRESS, recording.getStatus());
    assertEquals(Recording.Source.START_CALL_RECORDING_API, recording.getSource());
    assertEquals(Recording.Status.PAUSED,
                 Recording.updater(sid, recording.getSid(), Recording.Status.PAUSED).update(client).getStatus());
    assertEquals(Recording.Status.STOPPED,
                 Recording.updater(sid, "Twilio.CURRENT", Recording.Status.STOPPED).update(client).getStatus());
    assertEquals(List.of("in-progress", "completed"),
                 told(Callback.Kind.RECORDING_STATUS, 2).stream().map(one -> one.field("RecordingStatus")).toList());
    assertEquals(Recording.Status.COMPLETED, Recording.fetcher(sid, recording.getSid()).fetch(client).getStatus());
    simulator.hangUp(sid);
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), LIMIT);
    assertEquals(21220, assertThrows(ApiException.class, () -> Recording.creator(sid).create(client)).getCode());
  }

  @Test
  void transcribesACallUnderWay() throws Exception {
    String sid = longCall();
    Transcription transcription = Transcription.creator(sid).setName("mine").setStatusCallbackUrl(user.url("/t")).create(client);
    assertEquals(Transcription.Status.IN_PROGRESS, transcription.getStatus());
    assertEquals("mine", transcription.getName());
    assertEquals(200, simulator.requests().get(simulator.requests().size() - 1).status());
    assertEquals(20404, assertThrows(ApiException.class, () ->
        Transcription.updater(sid, "other", Transcription.UpdateStatus.STOPPED).update(client)).getCode());
    Transcription stopped =
        Transcription.updater(sid, "mine", Transcription.UpdateStatus.STOPPED).update(client);
    assertEquals(Transcription.Status.STOPPED, stopped.getStatus());
    List<CallbackAttempt> told = told(Callback.Kind.TRANSCRIPTION, 3);
    assertEquals(List.of("transcription-started", "transcription-content", "transcription-stopped"),
                 told.stream().map(one -> one.field("TranscriptionEvent")).toList());
    assertEquals(List.of("1", "2", "3"), told.stream().map(one -> one.field("SequenceId")).toList());
  }

  private String longCall() throws Exception {
    Twiml twiml = new Twiml("<Response><Pause length='100000'/></Response>");
    String sid = new CallCreator(new PhoneNumber(TO), new PhoneNumber(FROM), twiml).create(client).getSid();
    simulator.awaitCalls(calls -> calls.get(0).status().equals("in-progress"), LIMIT);
    return sid;
  }

  private ParticipantCreator participant() {
    return Participant.creator("Room 1", new PhoneNumber(FROM), new PhoneNumber(TO));
  }

  private URI url(String target) {
    return URI.create(user.url(target));
  }

  private List<CallbackAttempt> told(Callback.Kind kind, int count) throws Exception {
    return simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == kind).count() >= count, LIMIT).stream()
        .filter(one -> one.kind() == kind).toList();
  }
}
