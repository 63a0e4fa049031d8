package org.muletwilio.api.parameter;

/** A setting that can be switched on or off; null leaves it unchanged. */
public enum Switch {

  /** It is switched on. */
  ON("true"),
  /** It is switched off. */
  OFF("false");

  private final String twilioName;

  Switch(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
