package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A call as Twilio knows it. What Twilio does not tell (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Call implements Serializable {

  private static final long serialVersionUID = 1L;

  Call() {}

  /** @return the call's SID, <code>CA…</code> */
  @Nullable
  public abstract String getSid();

  /** @return the SID of the account that owns it */
  @Nullable
  public abstract String getAccountSid();

  /** @return the SID of the call that placed it, or null */
  @Nullable
  public abstract String getParentCallSid();

  /** @return who calls */
  @Nullable
  public abstract String getFrom();

  /** @return who is called */
  @Nullable
  public abstract String getTo();

  /**
   * @return the status in Twilio's words: queued, initiated, ringing, in-progress, completed, busy, failed, no-
   * answer, canceled
   */
  @Nullable
  public abstract String getStatus();

  /** @return the direction in Twilio's words: inbound, outbound-api, outbound-dial */
  @Nullable
  public abstract String getDirection();

  /** @return who answered, where machine detection was asked for: human, machine_start, fax, unknown … or null */
  @Nullable
  public abstract String getAnsweredBy();

  /** @return the caller's name, where it was looked up, or null */
  @Nullable
  public abstract String getCallerName();

  /** @return the number that forwarded the call, or null */
  @Nullable
  public abstract String getForwardedFrom();

  /** @return how long the call lasted, in seconds; null until it has ended */
  @Nullable
  public abstract Integer getDuration();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  @Nullable
  public abstract BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  @Nullable
  public abstract String getPriceUnit();

  /** @return when the call started, or null */
  @Nullable
  public abstract ZonedDateTime getStartTime();

  /** @return when the call ended, or null */
  @Nullable
  public abstract ZonedDateTime getEndTime();

  /** @return when Twilio took the call */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when the call last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Call{sid=" + getSid() + ", status=" + getStatus() + ", duration=" + getDuration() + "}";
  }
}
