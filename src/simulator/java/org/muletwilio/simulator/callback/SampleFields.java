package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.Optional;

/** What callbacks of each kind usually tell, for those that nothing happened for. */
final class SampleFields {

  private static final String OWN = PhoneNumbers.VALID_SENDER;
  private static final String OTHER = "+14155550123";

  private final String accountSid;
  private final Form account;
  private final String now = Dates.rfc2822(Instant.now());

  SampleFields(String accountSid) {
    this.accountSid = accountSid;
    account = Form.of("AccountSid", accountSid, "ApiVersion", "2010-04-01");
  }

  /** @param status in place of the usual one */
  Form of(Callback.Kind kind, Optional<String> status) {
    return switch (kind) {
      case MESSAGE_STATUS -> messageStatus(status.orElse("delivered"));
      case INBOUND_MESSAGE -> inboundMessage(status.orElse("received"));
      case CALL_STATUS -> call(status.orElse("completed"), "outbound-api", OWN, OTHER)
          .plus(Form.of("Timestamp", now, "CallbackSource", "call-progress-events", "SequenceNumber", "0"))
          .plus(Form.of("CallDuration", "7", "Duration", "1", "SipResponseCode", "200"));
      case CALL_INSTRUCTIONS -> call(status.orElse("ringing"), "inbound", OTHER, OWN);
      case AMD_STATUS -> account.plus(Form.of("CallSid", Sids.next("CA"), "AnsweredBy", status.orElse("human"),
                                              "MachineDetectionDuration", "2300"));
      case RECORDING_STATUS -> recording(status.orElse("completed"));
      case TRANSCRIPTION -> account.plus(Form.of("CallSid", Sids.next("CA"), "TranscriptionSid", Sids.next("GT"), "Timestamp",
                                                 Instant.now().toString(), "SequenceId", "2", "LanguageCode", "en-US"))
          .plus(Form.of("TranscriptionEvent", status.orElse("transcription-content"), "Track", "inbound_track", "Final", "true"))
          .with("TranscriptionData", "{\"transcript\":\"Hello\",\"confidence\":0.99}");
      case CONFERENCE_STATUS -> conference(status.orElse("conference-start"));
      case CALLER_ID_STATUS -> call("completed", "outbound-api", OWN, OTHER)
          .plus(Form.of("VerificationStatus", status.orElse("success"), "OutgoingCallerIdSid", Sids.next("PN")));
      case EVENT -> messageStatus(status.orElse("delivered"));
    };
  }

  private Form messageStatus(String status) {
    String sid = Sids.next("SM");
    boolean failed = status.equals("undelivered") || status.equals("failed");
    return account.plus(Form.of("MessageSid", sid, "SmsSid", sid, "MessageStatus", status, "SmsStatus", status))
        .plus(Form.of("From", OWN, "To", OTHER)).with("ErrorCode", Optional.of("30008").filter(code -> failed));
  }

  private Form inboundMessage(String status) {
    String sid = Sids.next("SM");
    return account.plus(Form.of("MessageSid", sid, "SmsSid", sid, "SmsMessageSid", sid, "SmsStatus", status, "From", OTHER))
        .plus(Form.of("To", OWN, "Body", "Hello", "NumSegments", "1", "NumMedia", "0"))
        .plus(PhoneNumbers.place("From", OTHER)).plus(PhoneNumbers.place("To", OWN));
  }

  private Form call(String status, String direction, String from, String to) {
    return account.plus(Form.of("CallSid", Sids.next("CA"), "From", from, "To", to, "CallStatus", status))
        .plus(Form.of("Direction", direction, "Caller", from, "Called", to))
        .plus(PhoneNumbers.place("From", from)).plus(PhoneNumbers.place("To", to));
  }

  private Form recording(String status) {
    String sid = Sids.next("RE");
    return account.plus(Form.of("CallSid", Sids.next("CA"), "RecordingSid", sid, "RecordingStatus", status, "RecordingUrl",
                                "https://api.twilio.com/2010-04-01/Accounts/" + accountSid + "/Recordings/" + sid))
        .plus(Form.of("RecordingDuration", "7", "RecordingChannels", "1", "RecordingStartTime", now, "RecordingSource",
                      "OutboundAPI", "RecordingTrack", "both", "ErrorCode", "0"));
  }

  private Form conference(String event) {
    Form fields = account.plus(Form.of("ConferenceSid", Sids.next("CF"), "FriendlyName", "Room", "StatusCallbackEvent", event,
                                       "SequenceNumber", "1", "Timestamp", now));
    return event.startsWith("participant-")
        ? fields.plus(Form.of("CallSid", Sids.next("CA"), "Muted", "false", "Hold", "false", "Coaching", "false")) : fields;
  }

  /** The resource that a callback is about. */
  String sidOf(Callback.Kind kind, Form fields) {
    String name = switch (kind) {
      case MESSAGE_STATUS, INBOUND_MESSAGE, EVENT -> "MessageSid";
      case RECORDING_STATUS -> "RecordingSid";
      case TRANSCRIPTION -> "TranscriptionSid";
      case CONFERENCE_STATUS -> "ConferenceSid";
      case CALL_STATUS, CALL_INSTRUCTIONS, AMD_STATUS, CALLER_ID_STATUS -> "CallSid";
    };
    return fields.first(name).orElse("");
  }

  /** An event of Event Streams about a message. */
  String event(Form message) {
    String status = message.first("MessageStatus").orElse("delivered");
    return """
        [{"specversion":"1.0","type":"com.twilio.messaging.message.%s","source":"/%s/Messages/%s.json","id":"%s",\
        "datacontenttype":"application/json","time":"%s","data":{"accountSid":"%s","messageSid":"%s","messageStatus":"%s"}}]"""
        .formatted(text(status), accountSid, text(message.first("MessageSid").orElse("")), Sids.next("EZ"), Instant.now(),
                   accountSid, text(message.first("MessageSid").orElse("")), text(status));
  }

  /** A text that needs no escapes in JSON. */
  private static String text(String value) {
    return value.replaceAll("[^A-Za-z0-9_.-]", "");
  }
}
