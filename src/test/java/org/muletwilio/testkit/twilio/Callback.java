package org.muletwilio.testkit.twilio;

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

  /** What calls back. */
  public enum Kind {
    MESSAGE_STATUS(false), INBOUND_MESSAGE(false),
    CALL_STATUS(true), CALL_INSTRUCTIONS(true), AMD_STATUS(true), RECORDING_STATUS(true), TRANSCRIPTION(true),
    CONFERENCE_STATUS(true), CALLER_ID_STATUS(true);

    private final boolean voice;

    Kind(boolean voice) {
      this.voice = voice;
    }

    /** Whether it comes from Twilio's voice side, which drops the port of an https address when it signs. */
    boolean voice() {
      return voice;
    }
  }

  static Callback of(Kind kind, Resource resource, CallbackTarget target, Form fields) {
    return new Callback(kind, resource.sid(), resource.accountSid(), target.method(), target.url(), fields);
  }

  public Callback {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("Neither GET nor POST: " + method);
    }
  }
}
