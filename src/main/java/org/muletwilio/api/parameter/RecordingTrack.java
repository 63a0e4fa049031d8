package org.muletwilio.api.parameter;

/** Which side of a call is recorded. */
public enum RecordingTrack {

  /** What Twilio receives. */
  INBOUND("inbound"),
  /** What Twilio sends. */
  OUTBOUND("outbound"),
  /** Both sides. */
  BOTH("both");

  private final String twilioName;

  RecordingTrack(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
