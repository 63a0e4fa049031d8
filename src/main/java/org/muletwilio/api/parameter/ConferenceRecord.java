package org.muletwilio.api.parameter;

/** Whether a conference is recorded. */
public enum ConferenceRecord {

  /** From its start. */
  RECORD_FROM_START("record-from-start"),
  /** It is not. */
  DO_NOT_RECORD("do-not-record");

  private final String twilioName;

  ConferenceRecord(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
