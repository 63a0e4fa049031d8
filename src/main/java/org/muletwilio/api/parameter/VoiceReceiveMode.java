package org.muletwilio.api.parameter;

/** What a number takes incoming calls for. */
public enum VoiceReceiveMode {

  /** Voice. */
  VOICE("voice"),
  /** Fax. */
  FAX("fax");

  private final String twilioName;

  VoiceReceiveMode(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's word for it */
  public String getTwilioName() {
    return twilioName;
  }
}
