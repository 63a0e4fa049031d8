package org.muletwilio.api.parameter;

/** Where a number of the account comes from. */
public enum PhoneNumberOrigin {

  /** Twilio. */
  TWILIO("twilio"),
  /** Another carrier: Twilio hosts its messages alone. */
  HOSTED("hosted");

  private final String twilioName;

  PhoneNumberOrigin(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
