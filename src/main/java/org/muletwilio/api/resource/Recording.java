package org.muletwilio.api.resource;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** A recording. What Twilio does not tell (yet) is null. */
public final class Recording implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String callSid;
  private final String conferenceSid;
  private final String status;
  private final String source;
  private final Integer channels;
  private final String track;
  private final Integer duration;
  private final ZonedDateTime startTime;
  private final BigDecimal price;
  private final String priceUnit;
  private final Integer errorCode;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateUpdated;

  Recording(RecordingBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.callSid = builder.callSid;
    this.conferenceSid = builder.conferenceSid;
    this.status = builder.status;
    this.source = builder.source;
    this.channels = builder.channels;
    this.track = builder.track;
    this.duration = builder.duration;
    this.startTime = builder.startTime;
    this.price = builder.price;
    this.priceUnit = builder.priceUnit;
    this.errorCode = builder.errorCode;
    this.dateCreated = builder.dateCreated;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the recording's SID, <code>RE…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the SID of the recorded call, <code>CA…</code> */
  public String getCallSid() {
    return callSid;
  }

  /** @return the SID of the recorded conference, <code>CF…</code>, or null */
  public String getConferenceSid() {
    return conferenceSid;
  }

  /** @return the status in Twilio's words: in-progress, paused, stopped, processing, completed, absent */
  public String getStatus() {
    return status;
  }

  /** @return what started it, in Twilio's words, such as StartCallRecordingAPI */
  public String getSource() {
    return source;
  }

  /** @return the number of channels, 1 or 2 */
  public Integer getChannels() {
    return channels;
  }

  /** @return the recorded side: inbound, outbound, both */
  public String getTrack() {
    return track;
  }

  /** @return its length in seconds; null until it is completed */
  public Integer getDuration() {
    return duration;
  }

  /** @return when it began */
  public ZonedDateTime getStartTime() {
    return startTime;
  }

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public BigDecimal getPrice() {
    return price;
  }

  /** @return the currency of the price, such as USD */
  public String getPriceUnit() {
    return priceUnit;
  }

  /** @return Twilio's error code, if it is absent */
  public Integer getErrorCode() {
    return errorCode;
  }

  /** @return when it was made */
  public ZonedDateTime getDateCreated() {
    return dateCreated;
  }

  /** @return when it last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "Recording{sid=" + sid + ", callSid=" + callSid + ", status=" + status + "}";
  }
}
