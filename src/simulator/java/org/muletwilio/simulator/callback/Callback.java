package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A callback that is due: a request that Twilio makes to a user's server.
 *
 * @param kind what it is about
 * @param resourceSid the message, call … that it is about
 * @param accountSid whose auth token signs it
 * @param method GET or POST
 * @param url as the user gave it
 * @param fields its parameters
 * @param json the body of one that has JSON in place of fields
 */
public record Callback(Kind kind, String resourceSid, String accountSid, String method, String url, Form fields,
    Optional<String> json) {

  /** The fields that hold a status, in the order in which they are looked for. */
  private static final List<String> STATUS_FIELDS = List
      .of("MessageStatus", "RecordingStatus", "StatusCallbackEvent", "TranscriptionEvent", "VerificationStatus", "CallStatus",
          "SmsStatus");

  /** What a callback is about. */
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

    /** Whether it comes from Twilio Voice, which leaves the port of an https URL out of what it signs. */
    boolean voice() {
      return voice;
    }
  }

  /** The status that it reports, or an empty text. */
  public String status() {
    return STATUS_FIELDS.stream().map(fields::filled).flatMap(Optional::stream).findFirst().orElse("");
  }

  /** Its URL, safe to show: without user info, and without the fields that a GET adds. */
  public String address() {
    return CallbackUrl.parse(url).signed(false);
  }

  public static Callback of(Kind kind, Resource resource, CallbackTarget target, Form fields) {
    return new Callback(kind, resource.sid(), resource.accountSid(), target.method(), target.url(), fields);
  }

  public Callback(Kind kind, String resourceSid, String accountSid, String method, String url, Form fields) {
    this(kind, resourceSid, accountSid, method, url, fields, Optional.empty());
  }

  /** The same to another address, with another method and other fields. */
  Callback with(String otherMethod, String otherUrl, Form otherFields) {
    return new Callback(kind, resourceSid, accountSid, otherMethod, otherUrl, otherFields, json);
  }

  /** The same with JSON in place of fields. */
  Callback withJson(String text) {
    return new Callback(kind, resourceSid, accountSid, method, url, fields, Optional.of(text));
  }

  public Callback {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("The method must be GET or POST: " + method);
    }
  }
}
