package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that Twilio owes a user.
 *
 * @param kind what calls back
 * @param resourceSid the message, call … that it is about
 * @param accountSid whose auth token signs it
 * @param method GET or POST
 * @param url as the user gave it
 * @param fields what it tells
 */
public record Callback(Kind kind, String resourceSid, String accountSid, String method, String url, Form fields) {

  /** Where the different callbacks have what they tell, the most telling first. */
  private static final List<String> STATUS_FIELDS = List
      .of("MessageStatus", "RecordingStatus", "StatusCallbackEvent", "TranscriptionEvent", "VerificationStatus", "CallStatus",
          "SmsStatus");

  /** What calls back. */
  public enum Kind {
    MESSAGE_STATUS(false), INBOUND_MESSAGE(false),
    CALL_STATUS(true), CALL_INSTRUCTIONS(true), AMD_STATUS(true), RECORDING_STATUS(true), TRANSCRIPTION(true),
    CONFERENCE_STATUS(true), CALLER_ID_STATUS(true),
    EVENT(false);

    private final boolean voice;

    Kind(boolean voice) {
      this.voice = voice;
    }

    /** In words, such as message status. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it comes from Twilio's voice side, which drops the port of an https address when it signs. */
    boolean voice() {
      return voice;
    }
  }

  /** The status that it tells, or an empty text. */
  public String status() {
    return STATUS_FIELDS.stream().map(fields::filled).flatMap(Optional::stream).findFirst().orElse("");
  }

  /** Where it goes, as it is safe to show: without userinfo, and without the fields that a GET adds. */
  public String address() {
    return CallbackUrl.parse(url).signed(false);
  }

  public static Callback of(Kind kind, Resource resource, CallbackTarget target, Form fields) {
    return new Callback(kind, resource.sid(), resource.accountSid(), target.method(), target.url(), fields);
  }

  public Callback {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("Neither GET nor POST: " + method);
    }
  }
}
