package org.muletwilio.api.parameter;

/** A setting that is on or off, where a third case leaves it as it is. */
public enum Switch {

  /** It is switched on. */
  ON("true"),
  /** It is switched off. */
  OFF("false");

  private final String twilioName;

  Switch(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's word for it */
  public String getTwilioName() {
    return twilioName;
  }
}
