package org.muletwilio.api.parameter;

/** What Twilio can report about a recording. */
public enum RecordingEvent {

  /** It has started. */
  IN_PROGRESS("in-progress"),
  /** It can be fetched. */
  COMPLETED("completed"),
  /** It was empty, and there is nothing to fetch. */
  ABSENT("absent");

  private final String twilioName;

  RecordingEvent(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
