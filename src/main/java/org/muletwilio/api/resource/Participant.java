package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A participant of a conference. What Twilio does not tell (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Participant implements Serializable {

  private static final long serialVersionUID = 1L;

  Participant() {}

  /** @return the SID of the participant's call, <code>CA…</code>, which also names the participant */
  @Nullable
  public abstract String getCallSid();

  /** @return the SID of the conference, <code>CF…</code> */
  @Nullable
  public abstract String getConferenceSid();

  /** @return the SID of the account */
  @Nullable
  public abstract String getAccountSid();

  /** @return the name by which it can be found */
  @Nullable
  public abstract String getLabel();

  /** @return the status in Twilio's words: queued, connecting, ringing, connected, complete, failed */
  @Nullable
  public abstract String getStatus();

  /** @return whether it is muted */
  @Nullable
  public abstract Boolean getMuted();

  /** @return whether it is on hold */
  @Nullable
  public abstract Boolean getHold();

  /** @return whether it coaches another participant */
  @Nullable
  public abstract Boolean getCoaching();

  /** @return the SID of the call of the participant whom it coaches, or null */
  @Nullable
  public abstract String getCallSidToCoach();

  /** @return whether the conference starts when it joins */
  @Nullable
  public abstract Boolean getStartConferenceOnEnter();

  /** @return whether the conference ends when it leaves */
  @Nullable
  public abstract Boolean getEndConferenceOnExit();

  /** @return the milliseconds that its call waits to be made */
  @Nullable
  public abstract Integer getQueueTime();

  /** @return when Twilio took the request */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when it last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Participant{callSid=" + getCallSid() + ", conferenceSid=" + getConferenceSid() + ", status=" + getStatus() + "}";
  }
}
