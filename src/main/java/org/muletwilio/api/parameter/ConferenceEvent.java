package org.muletwilio.api.parameter;

/** What Twilio can report about a conference. */
public enum ConferenceEvent {

  /** It has begun. */
  START("start"),
  /** It is over. */
  END("end"),
  /** A participant has joined. */
  JOIN("join"),
  /** A participant has left. */
  LEAVE("leave"),
  /** A participant was muted or is heard again. */
  MUTE("mute"),
  /** A participant was put on hold or taken off it. */
  HOLD("hold"),
  /** A participant was changed. */
  MODIFY("modify"),
  /** A participant has begun or ceased to speak. */
  SPEAKER("speaker"),
  /** An announcement was played. */
  ANNOUNCEMENT("announcement");

  private final String twilioName;

  ConferenceEvent(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
