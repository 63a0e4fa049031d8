package org.muletwilio.api.resource;

import java.io.Serializable;
import java.time.ZonedDateTime;

/** A participant of a conference. What Twilio does not tell (yet) is null. */
public final class Participant implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String callSid;
  private final String conferenceSid;
  private final String accountSid;
  private final String label;
  private final String status;
  private final Boolean muted;
  private final Boolean hold;
  private final Boolean coaching;
  private final String callSidToCoach;
  private final Boolean startConferenceOnEnter;
  private final Boolean endConferenceOnExit;
  private final Integer queueTime;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateUpdated;

  Participant(ParticipantBuilder builder) {
    this.callSid = builder.callSid;
    this.conferenceSid = builder.conferenceSid;
    this.accountSid = builder.accountSid;
    this.label = builder.label;
    this.status = builder.status;
    this.muted = builder.muted;
    this.hold = builder.hold;
    this.coaching = builder.coaching;
    this.callSidToCoach = builder.callSidToCoach;
    this.startConferenceOnEnter = builder.startConferenceOnEnter;
    this.endConferenceOnExit = builder.endConferenceOnExit;
    this.queueTime = builder.queueTime;
    this.dateCreated = builder.dateCreated;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the SID of the participant's call, <code>CA…</code>, which also names the participant */
  public String getCallSid() {
    return callSid;
  }

  /** @return the SID of the conference, <code>CF…</code> */
  public String getConferenceSid() {
    return conferenceSid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the name by which it can be found */
  public String getLabel() {
    return label;
  }

  /** @return the status in Twilio's words: queued, connecting, ringing, connected, complete, failed */
  public String getStatus() {
    return status;
  }

  /** @return whether it is muted */
  public Boolean getMuted() {
    return muted;
  }

  /** @return whether it is on hold */
  public Boolean getHold() {
    return hold;
  }

  /** @return whether it coaches another participant */
  public Boolean getCoaching() {
    return coaching;
  }

  /** @return the SID of the call of the participant whom it coaches, or null */
  public String getCallSidToCoach() {
    return callSidToCoach;
  }

  /** @return whether the conference starts when it joins */
  public Boolean getStartConferenceOnEnter() {
    return startConferenceOnEnter;
  }

  /** @return whether the conference ends when it leaves */
  public Boolean getEndConferenceOnExit() {
    return endConferenceOnExit;
  }

  /** @return the milliseconds that its call waits to be made */
  public Integer getQueueTime() {
    return queueTime;
  }

  /** @return when Twilio took the request */
  public ZonedDateTime getDateCreated() {
    return dateCreated;
  }

  /** @return when it last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "Participant{callSid=" + callSid + ", conferenceSid=" + conferenceSid + ", status=" + status + "}";
  }
}
