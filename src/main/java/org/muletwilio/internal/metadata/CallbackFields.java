package org.muletwilio.internal.metadata;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import org.muletwilio.api.callback.CallbackKind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of Twilio's fields that callbacks of one kind hold, as far as Twilio documents them. Immutable. */
final class CallbackFields {

  private static final String[] FROM_AND_TO = {"FromCity", "FromState", "FromZip", "FromCountry", "ToCity", "ToState", "ToZip",
      "ToCountry"};
  private static final CallbackFields INBOUND_MESSAGE = always("MessageSid", "SmsSid", "SmsMessageSid", "AccountSid",
      "ApiVersion", "SmsStatus", "From", "To", "Body", "NumMedia", "NumSegments").sometimes(FROM_AND_TO)
          .sometimes("MessagingServiceSid", "MediaUrl0", "MediaContentType0", "OptOutType", "ProfileName", "WaId", "ButtonText",
                     "ButtonPayload", "Latitude", "Longitude", "Address", "Label", "OriginalRepliedMessageSid",
                     "OriginalRepliedMessageSender");
  private static final CallbackFields CALL =
      always("CallSid", "AccountSid", "From", "To", "CallStatus", "ApiVersion", "Direction").sometimes(FROM_AND_TO)
          .sometimes("Caller", "Called", "CallerCity", "CallerState", "CallerZip", "CallerCountry", "CalledCity", "CalledState",
                     "CalledZip", "CalledCountry", "ForwardedFrom", "CallerName", "ParentCallSid", "CallToken", "StirVerstat");
  private static final CallbackFields CALL_INSTRUCTIONS = CALL
      .sometimes("AnsweredBy", "MachineDetectionDuration", "Digits", "FinishedOnKey", "SpeechResult", "Confidence",
                 "RecordingSid", "RecordingUrl", "RecordingDuration", "TranscriptionSid", "TranscriptionText",
                 "TranscriptionStatus", "TranscriptionUrl", "DialCallStatus", "DialCallSid",
                 "DialCallDuration", "DialBridged", "ConferenceSid");
  private static final Map<CallbackKind, CallbackFields> BY_KIND = new EnumMap<>(CallbackKind.class);

  static {
    BY_KIND.put(CallbackKind.MESSAGE_STATUS, always("MessageSid", "SmsSid", "AccountSid", "MessageStatus", "SmsStatus", "To")
        .sometimes("ApiVersion", "From", "MessagingServiceSid", "ErrorCode", "ErrorMessage", "RawDlrDoneDate",
                   "ChannelInstallSid", "ChannelStatusMessage", "ChannelPrefix", "ChannelToAddress", "EventType"));
    BY_KIND.put(CallbackKind.INBOUND_MESSAGE, INBOUND_MESSAGE);
    BY_KIND.put(CallbackKind.INBOUND_MESSAGE_FALLBACK, INBOUND_MESSAGE.sometimes("ErrorCode", "ErrorUrl"));
    BY_KIND.put(CallbackKind.CALL_INSTRUCTIONS, CALL_INSTRUCTIONS);
    BY_KIND.put(CallbackKind.CALL_FALLBACK, CALL_INSTRUCTIONS.sometimes("ErrorCode", "ErrorUrl"));
    BY_KIND.put(CallbackKind.CALL_STATUS, CALL
        .sometimes("CallbackSource", "Timestamp", "SequenceNumber", "CallDuration", "Duration", "SipResponseCode", "AnsweredBy",
                   "RecordingSid", "RecordingUrl", "RecordingDuration"));
    BY_KIND.put(CallbackKind.RECORDING_STATUS, always("AccountSid", "RecordingSid", "RecordingUrl", "RecordingStatus")
        .sometimes("CallSid", "ConferenceSid", "RecordingDuration", "RecordingChannels", "RecordingStartTime", "RecordingSource",
                   "RecordingTrack", "ErrorCode"));
    BY_KIND.put(CallbackKind.MACHINE_DETECTION,
                always("CallSid", "AccountSid", "AnsweredBy").sometimes("MachineDetectionDuration"));
    BY_KIND.put(CallbackKind.CONFERENCE_STATUS,
                always("AccountSid", "ConferenceSid", "FriendlyName", "StatusCallbackEvent", "SequenceNumber", "Timestamp")
                    .sometimes("CallSid", "ParticipantLabel", "Muted", "Hold", "Coaching", "CallSidToCoach",
                               "StartConferenceOnEnter", "EndConferenceOnExit", "ReasonConferenceEnded",
                               "CallSidEndingConference", "ParticipantLabelEndingConference", "Reason",
                               "ReasonParticipantLeft", "ReasonAnnouncementFailed", "AnnounceUrl", "RecordingSid", "RecordingUrl",
                               "Duration", "RecordingFileSize"));
    BY_KIND.put(CallbackKind.CONFERENCE_WAIT, CALL.sometimes("ConferenceSid", "FriendlyName"));
    BY_KIND.put(CallbackKind.TRANSCRIPTION_STATUS,
                always("AccountSid", "CallSid", "TranscriptionSid")
                    .sometimes("TranscriptionEvent", "Timestamp", "SequenceId", "LanguageCode", "Track", "Final", "Stability",
                               "TranscriptionData", "TranscriptionError", "TranscriptionErrorCode", "TranscriptionEngine",
                               "ProviderConfiguration", "PartialResults", "InboundTrackLabel", "OutboundTrackLabel",
                               "ProfanityFilter", "SpeechModel", "EnableAutomaticPunctuation", "Hints", "TranscriptionStatus",
                               "TranscriptionText", "TranscriptionUrl", "TranscriptionType", "RecordingSid", "RecordingUrl",
                               "url"));
    // Twilio: Assigning Tasks to Workers: Handling Assignment Callbacks
    BY_KIND.put(CallbackKind.TASK_ASSIGNMENT,
                always("AccountSid", "WorkspaceSid", "WorkflowSid", "TaskQueueSid", "WorkerSid", "WorkerAttributes", "TaskSid",
                       "TaskAge", "TaskPriority", "TaskAttributes", "ReservationSid", "Timestamp"));
    // Twilio: Conversations Webhooks, and Webhook Events of Programmable Chat
    BY_KIND.put(CallbackKind.CONVERSATION_PRE_EVENT,
                always("AccountSid", "EventType").sometimes("Source", "ClientIdentity", "ConversationSid", "ChatServiceSid",
                       "MessagingServiceSid", "FriendlyName", "UniqueName", "Attributes", "State", "MessageBody", "Media",
                       "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress",
                       "MessagingBinding.AuthorAddress", "MessagingBinding.Type", "MessageSid", "Index", "Body", "Author",
                       "ParticipantSid", "UserSid", "Identity", "RoleSid", "DateCreated", "DateUpdated", "InstanceSid",
                           "ChannelSid",
                       "From"));
    // Twilio: Webhooks of Proxy
    BY_KIND.put(CallbackKind.PROXY_INTERCEPT,
                always("interactionSid", "interactionAccountSid", "interactionServiceSid", "interactionSessionSid",
                       "interactionType", "interactionData", "interactionDateCreated", "interactionDateUpdated",
                       "inboundParticipantSid", "inboundResourceSid", "inboundResourceStatus", "inboundResourceType",
                       "inboundResourceUrl"));
    // Twilio: Twilio Connect
    BY_KIND.put(CallbackKind.CONNECT_AUTHORIZATION, always().sometimes("AccountSid", "state", "error"));
    BY_KIND.put(CallbackKind.CONNECT_DEAUTHORIZATION, always("AccountSid", "ConnectAppSid"));
    BY_KIND.put(CallbackKind.CALLER_ID_STATUS, CALL.sometimes("VerificationStatus", "OutgoingCallerIdSid"));
  }

  private final List<String> always;
  private final List<String> sometimes;

  private CallbackFields(List<String> always, List<String> sometimes) {
    this.always = always;
    this.sometimes = sometimes;
  }

  /** @return the fields of callbacks of a kind; none where Twilio sends no form */
  static Optional<CallbackFields> of(CallbackKind kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  List<String> getAlways() {
    return always;
  }

  List<String> getSometimes() {
    return sometimes;
  }

  private static CallbackFields always(String... names) {
    return new CallbackFields(unmodifiableList(asList(names)), unmodifiableList(new ArrayList<>()));
  }

  private CallbackFields sometimes(String... names) {
    List<String> all = new ArrayList<>(sometimes);
    all.addAll(asList(names));
    return new CallbackFields(always, unmodifiableList(all));
  }
}
