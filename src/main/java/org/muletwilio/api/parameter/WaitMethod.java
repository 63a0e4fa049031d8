package org.muletwilio.api.parameter;

/** How Twilio asks for what waiting participants hear. */
public enum WaitMethod {

  /** By GET, which suits a sound file; Twilio caches it. */
  GET("GET"),
  /** By POST, which suits TwiML. */
  POST("POST");

  private final String twilioName;

  WaitMethod(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
