package org.muletwilio.api.callback;

import static java.util.Arrays.asList;
import static java.util.Arrays.stream;
import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Twilio can call back about. Each kind has a segment in the path of a callback, and fields with the status and the SID. */
public enum CallbackKind {

  /** A message changed its status: queued, sent, delivered, undelivered, failed, read. */
  MESSAGE_STATUS("message-status", false, "MessageStatus", "MessageSid", "SmsSid"),
  /** A message arrived for one of the account's numbers; the flow may answer with TwiML. */
  INBOUND_MESSAGE("inbound-message", true, "SmsStatus", "MessageSid", "SmsSid"),
  /** The URL for incoming messages failed; the flow may answer with TwiML instead. */
  INBOUND_MESSAGE_FALLBACK("inbound-message-fallback", true, "SmsStatus", "MessageSid", "SmsSid"),
  /** A call asks what to do next; the flow answers with TwiML. */
  CALL_INSTRUCTIONS("call-instructions", true, "CallStatus", "CallSid"),
  /** The URL for a call's instructions failed; the flow answers with TwiML instead. */
  CALL_FALLBACK("call-fallback", true, "CallStatus", "CallSid"),
  /** A call changed its status: initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled. */
  CALL_STATUS("call-status", false, "CallStatus", "CallSid"),
  /** A recording changed its status: in-progress, completed, absent, failed. */
  RECORDING_STATUS("recording-status", false, "RecordingStatus", "RecordingSid"),
  /** Twilio knows whether a human or a machine has answered a call. */
  MACHINE_DETECTION("machine-detection", false, "AnsweredBy", "CallSid"),
  /** Something happened in a conference: start, end, join, leave, mute, hold, modify, speaker, announcement. */
  CONFERENCE_STATUS("conference-status", false, "StatusCallbackEvent", "ConferenceSid"),
  /** A conference asks what its participants hear while they wait; the flow answers with TwiML. */
  CONFERENCE_WAIT("conference-wait", true, "StatusCallbackEvent", "ConferenceSid"),
  /** A live transcription started, has new text, stopped or failed. */
  TRANSCRIPTION_STATUS("transcription-status", false, "TranscriptionEvent", "TranscriptionSid"),
  /** A number was, or was not, verified as the account's caller ID. */
  CALLER_ID_STATUS("caller-id-status", false, "VerificationStatus", "OutgoingCallerIdSid", "CallSid"),
  /** Any other callback, as a form or as JSON: Event Streams, Studio, Conversations … */
  EVENT("event", false, "EventType");

  private static final Map<String, CallbackKind> BY_PATH_SEGMENT =
      unmodifiableMap(stream(values()).collect(toMap(CallbackKind::getPathSegment, identity())));

  private final String pathSegment;
  private final boolean answeredWithTwiml;
  private final String statusField;
  private final List<String> sidFields;

  CallbackKind(String pathSegment, boolean answeredWithTwiml, String statusField, String... sidFields) {
    this.pathSegment = pathSegment;
    this.answeredWithTwiml = answeredWithTwiml;
    this.statusField = statusField;
    this.sidFields = unmodifiableList(asList(sidFields));
  }

  /** @return whether Twilio expects TwiML as the answer: the flow's payload is sent to it */
  public boolean isAnsweredWithTwiml() {
    return answeredWithTwiml;
  }

  /** @return the segment of a callback's path that names this kind */
  public String getPathSegment() {
    return pathSegment;
  }

  /**
   * @param fields a callback's fields, by Twilio's names
   * @return the status that the callback reports, in Twilio's terms
   */
  public Optional<String> statusIn(Map<String, String> fields) {
    return Optional.ofNullable(fields.get(statusField));
  }

  /**
   * @param fields a callback's fields, by Twilio's names
   * @return the SID of the message, call … that the callback is about
   */
  public Optional<String> resourceSidIn(Map<String, String> fields) {
    for (String field : sidFields) {
      String sid = fields.get(field);
      if (sid != null) {
        return Optional.of(sid);
      }
    }
    return Optional.empty();
  }

  /**
   * @param pathSegment a segment of a callback's path
   * @return the kind that it names
   */
  public static Optional<CallbackKind> ofPathSegment(String pathSegment) {
    return Optional.ofNullable(BY_PATH_SEGMENT.get(pathSegment));
  }
}
