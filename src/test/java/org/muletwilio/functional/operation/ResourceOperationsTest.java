package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.APPLICATION;
import static org.muletwilio.functional.support.ResourceAnswers.CALL;
import static org.muletwilio.functional.support.ResourceAnswers.NUMBER;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.resource.Application;
import org.muletwilio.api.resource.CallerIdValidation;
import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.api.resource.Recording;
import org.muletwilio.api.resource.Transcription;
import org.muletwilio.functional.support.ResourceAnswers;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What operations on conferences, recordings, numbers, applications and caller IDs send, and what flows get from them. */
class ResourceOperationsTest extends ResourceApplication {

  @Test
  void aParticipantIsCalledAsAskedFor() {
    Participant participant = (Participant) run("add-participant", 201, ResourceAnswers.participant());

    assertEquals(Map.ofEntries(
        Map.entry("From", List.of("+15005550006")), Map.entry("To", List.of("client:ada")), Map.entry("Label", List.of("agent")),
        Map.entry("Muted", List.of("true")), Map.entry("Beep", List.of("onEnter")), Map.entry("Timeout", List.of("30")),
        Map.entry("StartConferenceOnEnter", List.of("true")), Map.entry("EndConferenceOnExit", List.of("false")),
        Map.entry("EarlyMedia", List.of("true")), Map.entry("Coaching", List.of("true")),
        Map.entry("CallSidToCoach", List.of(CALL)), Map.entry("JitterBufferSize", List.of("small")),
        Map.entry("StatusCallback", List.of("https://example.com/status")),
        Map.entry("StatusCallbackEvent", List.of("ringing", "answered")),
        Map.entry("WaitUrl", List.of("https://example.com/music.mp3")), Map.entry("WaitMethod", List.of("GET")),
        Map.entry("Record", List.of("true")), Map.entry("RecordingChannels", List.of("dual")),
        Map.entry("RecordingTrack", List.of("inbound")), Map.entry("Trim", List.of("do-not-trim")),
        Map.entry("ConferenceRecord", List.of("record-from-start")), Map.entry("ConferenceTrim", List.of("trim-silence")),
        Map.entry("MachineDetection", List.of("DetectMessageEnd")), Map.entry("MachineDetectionTimeout", List.of("20")),
        Map.entry("Passports", List.of("{}")), Map.entry("ClientNotificationUrl", List.of("https://example.com/notify")),
        Map.entry("TimeLimit", List.of("7200")), Map.entry("CallerDisplayName", List.of("Desk"))), sent());
    assertEquals(CALL, participant.getCallSid());
    assertEquals("queued", participant.getStatus());
    assertEquals(1000, participant.getQueueTime());
    assertEquals(2011, participant.getDateCreated().getYear());
  }

  @Test
  void aRecordingStartsAsAskedFor() {
    Recording recording = (Recording) run("start-recording", 201, ResourceAnswers.recording());

    assertEquals(Map.of("RecordingChannels", List.of("dual"), "RecordingTrack", List.of("both"), "Trim", List.of("trim-silence"),
                        "RecordingStatusCallback", List.of("https://example.com/r"),
                        "RecordingStatusCallbackEvent", List.of("in-progress", "absent")), sent());
    assertEquals("StartCallRecordingAPI", recording.getSource());
    assertEquals(2, recording.getChannels());
    assertNull(recording.getDuration());
  }

  @Test
  void aTranscriptionStartsAsAskedFor() {
    Transcription transcription = (Transcription) run("start-transcription", 201, ResourceAnswers.transcription());

    assertEquals(Map.of("Name", List.of("hotline"), "Track", List.of("inbound_track"), "LanguageCode", List.of("en-GB"),
                        "TranscriptionEngine", List.of("deepgram"), "PartialResults", List.of("true"),
                        "ProfanityFilter", List.of("false"), "Hints", List.of("Mule,flow reference")), sent());
    assertEquals("hotline", transcription.getName());
    assertEquals("in-progress", transcription.getStatus());
  }

  @Test
  void aNumberIsRead() {
    IncomingPhoneNumber number = (IncomingPhoneNumber) run("get", 200, ResourceAnswers.number("+14155550100"));

    assertEquals("+14155550100", number.getPhoneNumber());
    assertEquals("https://example.com/voice", number.getVoiceUrl());
    assertNull(number.getSmsUrl());
    assertNull(number.getVoiceApplicationSid());
    assertTrue(number.getCapabilities().isSms());
    assertFalse(number.getCapabilities().isFax());
  }

  @Test
  void aNumberIsBoughtWithoutFlows() {
    run("buy", 201, ResourceAnswers.number("+14155550100"));

    assertEquals(Map.of("PhoneNumber", List.of("+14155550100"), "FriendlyName", List.of("Support"), "EmergencyStatus",
                        List.of("Inactive"), "VoiceReceiveMode", List.of("fax"), "VoiceCallerIdLookup", List.of("true")), sent());
  }

  @Test
  void anEmptyTextTakesAnAddressAway() {
    run("clear", 200, ResourceAnswers.number("+14155550100"));

    assertEquals(Map.of("SmsUrl", List.of(""), "SmsMethod", List.of("POST"), "VoiceApplicationSid", List.of(""),
                        "VoiceUrl", List.of("https://example.com/voice"), "VoiceMethod", List.of("POST")), sent());
  }

  @Test
  void aNumberIsReleased() {
    run("release", 204, null);

    assertEquals("DELETE", last(simulator).method());
    assertTrue(last(simulator).path().endsWith("/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers/" + NUMBER + ".json"));
  }

  @Test
  void anApplicationIsCreatedReadAndDeleted() {
    Application created = (Application) run("create-application", 201, ResourceAnswers.application("Hotline"));
    assertEquals(Map.of("FriendlyName", List.of("Hotline"), "PublicApplicationConnectEnabled", List.of("false")), sent());
    assertEquals("https://example.com/sms", created.getSmsStatusCallbackUrl());
    assertNull(created.getVoiceUrl());

    Application read = (Application) run("get-application", 200, ResourceAnswers.application("Hotline"));
    assertEquals(APPLICATION, read.getSid());

    run("delete-application", 204, null);
    assertEquals("DELETE", last(simulator).method());
    assertTrue(last(simulator).path().endsWith("/Applications/" + APPLICATION + ".json"));
  }

  @Test
  void aCallerIdGivesTheCodeToEnter() {
    CallerIdValidation validation = (CallerIdValidation) run("add-caller-id", 200, ResourceAnswers.validation());

    assertEquals(Map.of("PhoneNumber", List.of("+15551234567"), "FriendlyName", List.of("Front desk"), "CallDelay", List.of("5"),
                        "Extension", List.of("12")), sent());
    assertEquals("123456", validation.getValidationCode());
    assertEquals(CALL, validation.getCallSid());
  }
}
