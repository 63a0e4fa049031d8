package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A recording. What Twilio does not tell (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Recording implements Serializable {

  private static final long serialVersionUID = 1L;

  Recording() {}

  /** @return the recording's SID, <code>RE…</code> */
  @Nullable
  public abstract String getSid();

  /** @return the SID of the account */
  @Nullable
  public abstract String getAccountSid();

  /** @return the SID of the recorded call, <code>CA…</code> */
  @Nullable
  public abstract String getCallSid();

  /** @return the SID of the recorded conference, <code>CF…</code>, or null */
  @Nullable
  public abstract String getConferenceSid();

  /** @return the status in Twilio's words: in-progress, paused, stopped, processing, completed, absent */
  @Nullable
  public abstract String getStatus();

  /** @return what started it, in Twilio's words, such as StartCallRecordingAPI */
  @Nullable
  public abstract String getSource();

  /** @return the number of channels, 1 or 2 */
  @Nullable
  public abstract Integer getChannels();

  /** @return the recorded side: inbound, outbound, both */
  @Nullable
  public abstract String getTrack();

  /** @return its length in seconds; null until it is completed */
  @Nullable
  public abstract Integer getDuration();

  /** @return when it began */
  @Nullable
  public abstract ZonedDateTime getStartTime();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  @Nullable
  public abstract BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  @Nullable
  public abstract String getPriceUnit();

  /** @return Twilio's error code, if it is absent */
  @Nullable
  public abstract Integer getErrorCode();

  /** @return when it was made */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when it last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Recording{sid=" + getSid() + ", callSid=" + getCallSid() + ", status=" + getStatus() + "}";
  }
}
