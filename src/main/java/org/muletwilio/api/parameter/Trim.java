package org.muletwilio.api.parameter;

/** Whether silence at both ends of a recording is cut off. */
public enum Trim {

  /** It is cut off. */
  TRIM_SILENCE("trim-silence"),
  /** It is kept. */
  DO_NOT_TRIM("do-not-trim");

  private final String twilioName;

  Trim(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
