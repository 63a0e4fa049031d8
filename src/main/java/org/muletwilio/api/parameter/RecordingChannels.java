package org.muletwilio.api.parameter;

/** How many channels a recording has. */
public enum RecordingChannels {

  /** All speakers share one channel. */
  MONO("mono"),
  /** Each side of the call has a channel of its own. */
  DUAL("dual");

  private final String twilioName;

  RecordingChannels(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
