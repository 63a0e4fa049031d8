package org.muletwilio.api.resource;

import java.time.ZonedDateTime;

/** Builds a {@link Participant}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class ParticipantBuilder {

  String callSid;
  String conferenceSid;
  String accountSid;
  String label;
  String status;
  Boolean muted;
  Boolean hold;
  Boolean coaching;
  String callSidToCoach;
  Boolean startConferenceOnEnter;
  Boolean endConferenceOnExit;
  Integer queueTime;
  ZonedDateTime dateCreated;
  ZonedDateTime dateUpdated;

  /**
   * @param callSid see {@link Participant#getCallSid()}
   * @return this
   */
  public ParticipantBuilder callSid(String callSid) {
    this.callSid = callSid;
    return this;
  }

  /**
   * @param conferenceSid see {@link Participant#getConferenceSid()}
   * @return this
   */
  public ParticipantBuilder conferenceSid(String conferenceSid) {
    this.conferenceSid = conferenceSid;
    return this;
  }

  /**
   * @param accountSid see {@link Participant#getAccountSid()}
   * @return this
   */
  public ParticipantBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param label see {@link Participant#getLabel()}
   * @return this
   */
  public ParticipantBuilder label(String label) {
    this.label = label;
    return this;
  }

  /**
   * @param status see {@link Participant#getStatus()}
   * @return this
   */
  public ParticipantBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param muted see {@link Participant#getMuted()}
   * @return this
   */
  public ParticipantBuilder muted(Boolean muted) {
    this.muted = muted;
    return this;
  }

  /**
   * @param hold see {@link Participant#getHold()}
   * @return this
   */
  public ParticipantBuilder hold(Boolean hold) {
    this.hold = hold;
    return this;
  }

  /**
   * @param coaching see {@link Participant#getCoaching()}
   * @return this
   */
  public ParticipantBuilder coaching(Boolean coaching) {
    this.coaching = coaching;
    return this;
  }

  /**
   * @param callSidToCoach see {@link Participant#getCallSidToCoach()}
   * @return this
   */
  public ParticipantBuilder callSidToCoach(String callSidToCoach) {
    this.callSidToCoach = callSidToCoach;
    return this;
  }

  /**
   * @param startConferenceOnEnter see {@link Participant#getStartConferenceOnEnter()}
   * @return this
   */
  public ParticipantBuilder startConferenceOnEnter(Boolean startConferenceOnEnter) {
    this.startConferenceOnEnter = startConferenceOnEnter;
    return this;
  }

  /**
   * @param endConferenceOnExit see {@link Participant#getEndConferenceOnExit()}
   * @return this
   */
  public ParticipantBuilder endConferenceOnExit(Boolean endConferenceOnExit) {
    this.endConferenceOnExit = endConferenceOnExit;
    return this;
  }

  /**
   * @param queueTime see {@link Participant#getQueueTime()}
   * @return this
   */
  public ParticipantBuilder queueTime(Integer queueTime) {
    this.queueTime = queueTime;
    return this;
  }

  /**
   * @param dateCreated see {@link Participant#getDateCreated()}
   * @return this
   */
  public ParticipantBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateUpdated see {@link Participant#getDateUpdated()}
   * @return this
   */
  public ParticipantBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the participant */
  public Participant build() {
    return new Participant(this);
  }
}
