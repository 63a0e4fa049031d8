package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A recording. What Twilio has not reported (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Recording implements Serializable {

  private static final long serialVersionUID = 1L;

  Recording() {}

  /** @return the recording's SID, <code>RE…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account */
  public abstract @Nullable String getAccountSid();

  /** @return the SID of the recorded call, <code>CA…</code> */
  public abstract @Nullable String getCallSid();

  /** @return the SID of the recorded conference, <code>CF…</code>, or null */
  public abstract @Nullable String getConferenceSid();

  /** @return the status in Twilio's terms: in-progress, paused, stopped, processing, completed, absent */
  public abstract @Nullable String getStatus();

  /** @return what started it, in Twilio's terms, such as StartCallRecordingAPI */
  public abstract @Nullable String getSource();

  /** @return the number of channels, 1 or 2 */
  public abstract @Nullable Integer getChannels();

  /** @return the recorded side: inbound, outbound, both */
  public abstract @Nullable String getTrack();

  /** @return its length in seconds; null until it is completed */
  public abstract @Nullable Integer getDuration();

  /** @return when it began */
  public abstract @Nullable ZonedDateTime getStartTime();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public abstract @Nullable BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  public abstract @Nullable String getPriceUnit();

  /** @return Twilio's error code, if it is absent */
  public abstract @Nullable Integer getErrorCode();

  /** @return when it was made */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when it last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Recording{sid=" + getSid() + ", callSid=" + getCallSid() + ", status=" + getStatus() + "}";
  }
}
