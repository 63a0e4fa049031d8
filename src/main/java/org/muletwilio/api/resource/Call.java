package org.muletwilio.api.resource;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** A call as Twilio knows it. What Twilio does not tell (yet) is null. */
public final class Call implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String parentCallSid;
  private final String from;
  private final String to;
  private final String status;
  private final String direction;
  private final String answeredBy;
  private final String callerName;
  private final String forwardedFrom;
  private final Integer duration;
  private final BigDecimal price;
  private final String priceUnit;
  private final ZonedDateTime startTime;
  private final ZonedDateTime endTime;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateUpdated;

  Call(CallBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.parentCallSid = builder.parentCallSid;
    this.from = builder.from;
    this.to = builder.to;
    this.status = builder.status;
    this.direction = builder.direction;
    this.answeredBy = builder.answeredBy;
    this.callerName = builder.callerName;
    this.forwardedFrom = builder.forwardedFrom;
    this.duration = builder.duration;
    this.price = builder.price;
    this.priceUnit = builder.priceUnit;
    this.startTime = builder.startTime;
    this.endTime = builder.endTime;
    this.dateCreated = builder.dateCreated;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the call's SID, <code>CA…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account that owns it */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the SID of the call that placed it, or null */
  public String getParentCallSid() {
    return parentCallSid;
  }

  /** @return who calls */
  public String getFrom() {
    return from;
  }

  /** @return who is called */
  public String getTo() {
    return to;
  }

  /**
   * @return the status in Twilio's words: queued, initiated, ringing, in-progress, completed, busy, failed, no-
   * answer, canceled
   */
  public String getStatus() {
    return status;
  }

  /** @return the direction in Twilio's words: inbound, outbound-api, outbound-dial */
  public String getDirection() {
    return direction;
  }

  /** @return who answered, where machine detection was asked for: human, machine_start, fax, unknown … or null */
  public String getAnsweredBy() {
    return answeredBy;
  }

  /** @return the caller's name, where it was looked up, or null */
  public String getCallerName() {
    return callerName;
  }

  /** @return the number that forwarded the call, or null */
  public String getForwardedFrom() {
    return forwardedFrom;
  }

  /** @return how long the call lasted, in seconds; null until it has ended */
  public Integer getDuration() {
    return duration;
  }

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public BigDecimal getPrice() {
    return price;
  }

  /** @return the currency of the price, such as USD */
  public String getPriceUnit() {
    return priceUnit;
  }

  /** @return when the call started, or null */
  public ZonedDateTime getStartTime() {
    return startTime;
  }

  /** @return when the call ended, or null */
  public ZonedDateTime getEndTime() {
    return endTime;
  }

  /** @return when Twilio took the call */
  public ZonedDateTime getDateCreated() {
    return dateCreated;
  }

  /** @return when the call last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "Call{sid=" + sid + ", status=" + status + ", duration=" + duration + "}";
  }
}
