package org.muletwilio.api.parameter;

/** What Twilio can report about a call. */
public enum CallEvent {

  /** Twilio has begun to dial. */
  INITIATED("initiated"),
  /** It rings. */
  RINGING("ringing"),
  /** It was answered. */
  ANSWERED("answered"),
  /** It is over, for whatever reason. */
  COMPLETED("completed");

  private final String twilioName;

  CallEvent(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
