package org.muletwilio.api.parameter;

/** When a conference hears a beep. */
public enum Beep {

  /** When the participant joins and when it leaves. */
  ALWAYS("true"),
  /** Not at all. */
  NEVER("false"),
  /** When the participant joins. */
  ON_ENTER("onEnter"),
  /** When the participant leaves. */
  ON_EXIT("onExit");

  private final String twilioName;

  Beep(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
