package org.muletwilio.api.parameter;

/** What Twilio can report about the recording of a conference's participant. */
public enum ParticipantRecordingEvent {

  /** It was started. */
  STARTED("started"),
  /** It is being made. */
  IN_PROGRESS("in-progress"),
  /** It pauses. */
  PAUSED("paused"),
  /** It goes on after a pause. */
  RESUMED("resumed"),
  /** It was stopped. */
  STOPPED("stopped"),
  /** It can be fetched. */
  COMPLETED("completed"),
  /** It failed. */
  FAILED("failed"),
  /** It was empty, and there is nothing to fetch. */
  ABSENT("absent");

  private final String twilioName;

  ParticipantRecordingEvent(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
