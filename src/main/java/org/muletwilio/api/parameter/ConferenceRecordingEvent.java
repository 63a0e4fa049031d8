package org.muletwilio.api.parameter;

/** What Twilio can report about the recording of a conference. */
public enum ConferenceRecordingEvent {

  /** It is being made. */
  IN_PROGRESS("in-progress"),
  /** It can be fetched. */
  COMPLETED("completed"),
  /** It failed. */
  FAILED("failed"),
  /** It was empty, and there is nothing to fetch. */
  ABSENT("absent");

  private final String twilioName;

  ConferenceRecordingEvent(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
