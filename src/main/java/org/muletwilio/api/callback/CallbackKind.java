package org.muletwilio.api.callback;

import static java.util.Arrays.asList;
import static java.util.Arrays.stream;
import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
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
  MESSAGE_STATUS("message-status", Answer.NONE, asList("MessageStatus", "SmsStatus"),
      asList("MessageSid", "SmsSid", "SmsMessageSid")),
  /** A message arrived for one of the account's numbers; the flow may answer with TwiML. */
  INBOUND_MESSAGE("inbound-message", Answer.TWIML, asList("SmsStatus", "MessageStatus"),
      asList("MessageSid", "SmsSid", "SmsMessageSid")),
  /** The URL for incoming messages failed; the flow may answer with TwiML instead. */
  INBOUND_MESSAGE_FALLBACK("inbound-message-fallback", Answer.TWIML, asList("SmsStatus", "MessageStatus"),
                           asList("MessageSid", "SmsSid", "SmsMessageSid")),
  /** A call asks what to do next; the flow answers with TwiML. */
  CALL_INSTRUCTIONS("call-instructions", Answer.TWIML, singletonList("CallStatus"), singletonList("CallSid")),
  /** The URL for a call's instructions failed; the flow answers with TwiML instead. */
  CALL_FALLBACK("call-fallback", Answer.TWIML, singletonList("CallStatus"), singletonList("CallSid")),
  /** A call changed its status: initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled. */
  CALL_STATUS("call-status", Answer.NONE, singletonList("CallStatus"), singletonList("CallSid")),
  /** A recording changed its status: in-progress, completed, absent, failed. */
  RECORDING_STATUS("recording-status", Answer.NONE, singletonList("RecordingStatus"), singletonList("RecordingSid")),
  /** Twilio knows whether a human or a machine has answered a call. */
  MACHINE_DETECTION("machine-detection", Answer.NONE, singletonList("AnsweredBy"), singletonList("CallSid")),
  /** Something happened in a conference: start, end, join, leave, mute, hold, modify, speaker, announcement. */
  CONFERENCE_STATUS("conference-status", Answer.NONE, singletonList("StatusCallbackEvent"), singletonList("ConferenceSid")),
  /** A conference asks what its participants hear while they wait; the flow answers with TwiML. */
  CONFERENCE_WAIT("conference-wait", Answer.TWIML, singletonList("StatusCallbackEvent"), singletonList("ConferenceSid")),
  /** A live transcription started, has new text, stopped or failed; or a recording was transcribed, or could not be. */
  TRANSCRIPTION_STATUS("transcription-status", Answer.NONE, asList("TranscriptionEvent", "TranscriptionStatus"),
                       singletonList("TranscriptionSid")),
  /** A number was, or was not, verified as the account's caller ID. */
  CALLER_ID_STATUS("caller-id-status", Answer.NONE, singletonList("VerificationStatus"),
      asList("OutgoingCallerIdSid", "CallSid")),
  /** TaskRouter has reserved a worker for a task; the flow answers with a JSON instruction. */
  TASK_ASSIGNMENT("task-assignment", Answer.INSTRUCTION, emptyList(), singletonList("ReservationSid")),
  /**
   * Something is about to happen in a conversation or chat; the flow lets it happen, answers with JSON that changes it, or
   * refuses it by a status.
   */
  CONVERSATION_PRE_EVENT("conversation-pre-event", Answer.JSON, singletonList("EventType"),
      asList("ConversationSid", "ChannelSid")),
  /** Proxy is about to pass on a message or call; the flow blocks it by the status 403. */
  PROXY_INTERCEPT("proxy-intercept", Answer.ANY, emptyList(), singletonList("interactionSid")),
  /**
   * Twilio Connect sends the browser of somebody who lets the application use an account, or refuses to; the flow answers with a
   * page or a redirect. Unsigned: see SECURITY.md.
   */
  CONNECT_AUTHORIZATION("connect-authorization", Answer.ANY, singletonList("error"), singletonList("AccountSid")),
  /** Somebody no longer lets the application use an account. Unsigned: see SECURITY.md. */
  CONNECT_DEAUTHORIZATION("connect-deauthorization", Answer.NONE, emptyList(), singletonList("AccountSid")),
  /** Any other callback, as a form or as JSON, for which Twilio takes no answer: Event Streams, Conversations … */
  EVENT("event", Answer.NONE, asList("EventType", "StatusCallbackEvent"), emptyList()),
  /** Any other callback, as a form or as JSON, that the flow answers with its payload: Studio, Proxy … */
  WEBHOOK("webhook", Answer.ANY, asList("EventType", "StatusCallbackEvent"), emptyList());

  private static final Map<String, CallbackKind> BY_PATH_SEGMENT =
      unmodifiableMap(stream(values()).collect(toMap(CallbackKind::getPathSegment, identity())));

  private final String pathSegment;
  private final Answer answer;
  private final List<String> statusFields;
  private final List<String> sidFields;

  /**
   * @param pathSegment the segment of a callback's path that names the kind
   * @param answer what Twilio takes as the answer
   * @param statusFields Twilio's names for the field with the status, the most common first
   * @param sidFields Twilio's names for the field with the SID, the most common first
   */
  CallbackKind(String pathSegment, Answer answer, List<String> statusFields, List<String> sidFields) {
    this.pathSegment = pathSegment;
    this.answer = answer;
    this.statusFields = unmodifiableList(statusFields);
    this.sidFields = unmodifiableList(sidFields);
  }

  /** @return whether Twilio expects TwiML as the answer: the flow's payload is sent to it */
  public boolean isAnsweredWithTwiml() {
    return answer == Answer.TWIML;
  }

  /** @return whether Twilio waits for what the flow answers: TwiML, or any other payload with a status */
  public boolean isAnswered() {
    return answer != Answer.NONE;
  }

  /** @return whether the answer, where the flow gives one, must be a JSON object */
  public boolean isAnsweredWithJson() {
    return answer == Answer.INSTRUCTION || answer == Answer.JSON;
  }

  /** @return what is answered where the flow gives no payload; empty for a body without a byte */
  public Optional<String> getEmptyAnswer() {
    return answer == Answer.INSTRUCTION ? Optional.of("{}") : Optional.empty();
  }

  /** @return whether such callbacks may come as JSON; all others are forms */
  public boolean takesJson() {
    return this == EVENT || this == WEBHOOK;
  }

  /** @return whether Twilio signs such callbacks */
  public boolean isSigned() {
    return this != CONNECT_AUTHORIZATION && this != CONNECT_DEAUTHORIZATION;
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
    return firstOf(statusFields, fields);
  }

  /**
   * @param fields a callback's fields, by Twilio's names
   * @return the SID of the message, call … that the callback is about
   */
  public Optional<String> resourceSidIn(Map<String, String> fields) {
    return firstOf(sidFields, fields);
  }

  /** Twilio names some fields in two ways, and sends one of the names only, or one of them empty. */
  private static Optional<String> firstOf(List<String> names, Map<String, String> fields) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
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

  /** What Twilio takes as the answer to a callback. */
  private enum Answer {
    /** Nothing but a status. */
    NONE,
    /** TwiML. */
    TWIML,
    /** A JSON object that TaskRouter reads as an instruction; an empty one for none. */
    INSTRUCTION,
    /** A JSON object or nothing, with a status. */
    JSON,
    /** Any body, with a status. */
    ANY
  }
}
