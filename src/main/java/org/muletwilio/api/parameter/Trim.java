package org.muletwilio.api.parameter;

/** What becomes of the silence at both ends of a recording. */
public enum Trim {

  /** It is cut off. */
  TRIM_SILENCE("trim-silence"),
  /** It is kept. */
  DO_NOT_TRIM("do-not-trim");

  private final String twilioName;

  Trim(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's word for it */
  public String getTwilioName() {
    return twilioName;
  }
}
