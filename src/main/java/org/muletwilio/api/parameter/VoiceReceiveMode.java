package org.muletwilio.api.parameter;

/** Whether a number accepts voice calls or faxes. */
public enum VoiceReceiveMode {

  /** Voice. */
  VOICE("voice"),
  /** Fax. */
  FAX("fax");

  private final String twilioName;

  VoiceReceiveMode(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
