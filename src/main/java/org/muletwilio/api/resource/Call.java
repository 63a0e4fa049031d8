package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A call as Twilio knows it. What Twilio has not reported (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Call implements Serializable {

  private static final long serialVersionUID = 1L;

  Call() {}

  /** @return the call's SID, <code>CA…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account that owns it */
  public abstract @Nullable String getAccountSid();

  /** @return the SID of the call that placed it, or null */
  public abstract @Nullable String getParentCallSid();

  /** @return who calls */
  public abstract @Nullable String getFrom();

  /** @return who is called */
  public abstract @Nullable String getTo();

  /**
   * @return the status in Twilio's terms: queued, initiated, ringing, in-progress, completed, busy, failed, no-
   * answer, canceled
   */
  public abstract @Nullable String getStatus();

  /** @return the direction in Twilio's terms: inbound, outbound-api, outbound-dial */
  public abstract @Nullable String getDirection();

  /** @return who answered, where machine detection was asked for: human, machine_start, fax, unknown … or null */
  public abstract @Nullable String getAnsweredBy();

  /** @return the caller's name, where it was looked up, or null */
  public abstract @Nullable String getCallerName();

  /** @return the number that forwarded the call, or null */
  public abstract @Nullable String getForwardedFrom();

  /** @return how long the call lasted, in seconds; null until it has ended */
  public abstract @Nullable Integer getDuration();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public abstract @Nullable BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  public abstract @Nullable String getPriceUnit();

  /** @return when the call started, or null */
  public abstract @Nullable ZonedDateTime getStartTime();

  /** @return when the call ended, or null */
  public abstract @Nullable ZonedDateTime getEndTime();

  /** @return when Twilio accepted the call */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when the call last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Call{sid=" + getSid() + ", status=" + getStatus() + ", duration=" + getDuration() + "}";
  }
}
