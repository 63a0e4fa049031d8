package org.muletwilio.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CallbackAttributesTest {

  @Test
  void typesWhatTwilioPromises() {
    CallbackAttributes attributes = attributes(CallbackKind.CALL_STATUS, Map.of("CallSid", "CA1", "CallStatus", "completed",
        "SequenceNumber", "3", "CallDuration", "42", "Duration", "1", "Timestamp", "Mon, 16 Aug 2010 03:45:01 +0000",
        "AccountSid", "AC1"));
    assertEquals("CA1", attributes.getResourceSid());
    assertEquals("CA1", attributes.getCallSid());
    assertEquals("completed", attributes.getStatus());
    assertEquals(3, attributes.getSequenceNumber());
    assertEquals(42, attributes.getDuration());
    assertEquals(ZonedDateTime.of(2010, 8, 16, 3, 45, 1, 0, ZoneOffset.UTC), attributes.getTimestamp());
    assertEquals("AC1", attributes.getAccountSid());
  }

  @Test
  void knowsRecordingsConferencesAndMachines() {
    CallbackAttributes recording = attributes(CallbackKind.RECORDING_STATUS, Map.of("CallSid", "CA1", "RecordingSid", "RE1",
        "RecordingStatus", "completed", "RecordingDuration", "7", "RecordingChannels", "2", "RecordingUrl", "https://x/RE1"));
    assertEquals("RE1", recording.getResourceSid());
    assertEquals(7, recording.getDuration());
    assertEquals(2, recording.getRecordingChannels());
    assertEquals("https://x/RE1", recording.getRecordingUrl());
    CallbackAttributes conference = attributes(CallbackKind.CONFERENCE_STATUS, Map.of("ConferenceSid", "CF1", "CallSid", "CA1",
        "StatusCallbackEvent", "participant-join", "SequenceNumber", "1"));
    assertEquals("CF1", conference.getResourceSid());
    assertEquals("participant-join", conference.getStatus());
    CallbackAttributes machine = attributes(CallbackKind.MACHINE_DETECTION, Map.of("CallSid", "CA1", "AnsweredBy",
        "machine_start", "MachineDetectionDuration", "3200"));
    assertEquals("machine_start", machine.getAnsweredBy());
    assertEquals("machine_start", machine.getStatus());
    assertEquals(3200, machine.getMachineDetectionDuration());
    assertEquals(ZonedDateTime.parse("2026-11-23T10:00:00.5Z"), attributes(CallbackKind.TRANSCRIPTION_STATUS,
        Map.of("Timestamp", "2026-11-23T10:00:00.5Z")).getTimestamp());
  }

  @Test
  void toleratesWhatIsNotOfItsType() {
    Map<String, String> fields = new HashMap<>();
    for (String name : new String[] {"SequenceNumber", "CallDuration", "RecordingDuration", "Timestamp", "ErrorCode",
        "RecordingChannels", "MachineDetectionDuration"}) {
      fields.put(name, "soon");
    }
    CallbackAttributes attributes = attributes(CallbackKind.CALL_STATUS, fields);
    assertNull(attributes.getSequenceNumber());
    assertNull(attributes.getDuration());
    assertNull(attributes.getTimestamp());
    assertNull(attributes.getErrorCode());
    assertNull(attributes.getStatus());
    assertNull(attributes.getResourceSid());
  }

  @Test
  void isImmutableAndSurvivesAQueue() throws Exception {
    Map<String, String> context = new HashMap<>(Map.of("orderId", "42"));
    CallbackAttributes attributes =
        new CallbackAttributesBuilder().kind(CallbackKind.MESSAGE_STATUS).flow("status").context(context).build();
    context.put("orderId", "43");
    assertEquals("42", attributes.getContext().get("orderId"));
    assertThrows(UnsupportedOperationException.class, () -> attributes.getContext().clear());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(attributes);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(Map.of("orderId", "42"), ((CallbackAttributes) in.readObject()).getContext());
    }
  }

  private static CallbackAttributes attributes(CallbackKind kind, Map<String, String> fields) {
    return ReportedFields.addTo(new CallbackAttributesBuilder().kind(kind).flow("flow"), kind, fields).build();
  }
}
