package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A participant of a conference. What Twilio has not reported (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Participant implements Serializable {

  private static final long serialVersionUID = 1L;

  Participant() {}

  /** @return the SID of the participant's call, <code>CA…</code>, which also names the participant */
  public abstract @Nullable String getCallSid();

  /** @return the SID of the conference, <code>CF…</code> */
  public abstract @Nullable String getConferenceSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return the name by which it can be found */
  public abstract @Nullable String getLabel();

  /** @return the status in Twilio's terms: queued, connecting, ringing, connected, complete, failed */
  public abstract @Nullable String getStatus();

  /** @return whether it is muted */
  public abstract @Nullable Boolean getMuted();

  /** @return whether it is on hold */
  public abstract @Nullable Boolean getHold();

  /** @return whether it coaches another participant */
  public abstract @Nullable Boolean getCoaching();

  /** @return the SID of the call of the participant whom it coaches, or null */
  public abstract @Nullable String getCallSidToCoach();

  /** @return whether the conference starts when it joins */
  public abstract @Nullable Boolean getStartConferenceOnEnter();

  /** @return whether the conference ends when it leaves */
  public abstract @Nullable Boolean getEndConferenceOnExit();

  /** @return how long its call waits in the queue, in milliseconds */
  public abstract @Nullable Integer getQueueTime();

  /** @return when Twilio accepted the request */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Participant{callSid=" + getCallSid() + ", conferenceSid=" + getConferenceSid() + ", status=" + getStatus() + "}";
  }
}
