package org.muletwilio.api.parameter;

/** Which side of a call is transcribed. */
public enum TranscriptionTrack {

  /** What Twilio receives. */
  INBOUND("inbound_track"),
  /** What Twilio sends. */
  OUTBOUND("outbound_track"),
  /** Both sides. */
  BOTH("both_tracks");

  private final String twilioName;

  TranscriptionTrack(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
