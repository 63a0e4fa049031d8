package org.muletwilio.api.parameter;

/** How much of a participant's audio is buffered to smooth it. */
public enum JitterBufferSize {

  /** None. */
  OFF("off"),
  /** A little, for the shortest delay. */
  SMALL("small"),
  /** Some. */
  MEDIUM("medium"),
  /** The most, for the smoothest sound. */
  LARGE("large");

  private final String twilioName;

  JitterBufferSize(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
