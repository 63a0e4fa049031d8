package org.muletwilio.api.resource;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** Builds a {@link Recording}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class RecordingBuilder {

  String sid;
  String accountSid;
  String callSid;
  String conferenceSid;
  String status;
  String source;
  Integer channels;
  String track;
  Integer duration;
  ZonedDateTime startTime;
  BigDecimal price;
  String priceUnit;
  Integer errorCode;
  ZonedDateTime dateCreated;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link Recording#getSid()}
   * @return this
   */
  public RecordingBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link Recording#getAccountSid()}
   * @return this
   */
  public RecordingBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param callSid see {@link Recording#getCallSid()}
   * @return this
   */
  public RecordingBuilder callSid(String callSid) {
    this.callSid = callSid;
    return this;
  }

  /**
   * @param conferenceSid see {@link Recording#getConferenceSid()}
   * @return this
   */
  public RecordingBuilder conferenceSid(String conferenceSid) {
    this.conferenceSid = conferenceSid;
    return this;
  }

  /**
   * @param status see {@link Recording#getStatus()}
   * @return this
   */
  public RecordingBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param source see {@link Recording#getSource()}
   * @return this
   */
  public RecordingBuilder source(String source) {
    this.source = source;
    return this;
  }

  /**
   * @param channels see {@link Recording#getChannels()}
   * @return this
   */
  public RecordingBuilder channels(Integer channels) {
    this.channels = channels;
    return this;
  }

  /**
   * @param track see {@link Recording#getTrack()}
   * @return this
   */
  public RecordingBuilder track(String track) {
    this.track = track;
    return this;
  }

  /**
   * @param duration see {@link Recording#getDuration()}
   * @return this
   */
  public RecordingBuilder duration(Integer duration) {
    this.duration = duration;
    return this;
  }

  /**
   * @param startTime see {@link Recording#getStartTime()}
   * @return this
   */
  public RecordingBuilder startTime(ZonedDateTime startTime) {
    this.startTime = startTime;
    return this;
  }

  /**
   * @param price see {@link Recording#getPrice()}
   * @return this
   */
  public RecordingBuilder price(BigDecimal price) {
    this.price = price;
    return this;
  }

  /**
   * @param priceUnit see {@link Recording#getPriceUnit()}
   * @return this
   */
  public RecordingBuilder priceUnit(String priceUnit) {
    this.priceUnit = priceUnit;
    return this;
  }

  /**
   * @param errorCode see {@link Recording#getErrorCode()}
   * @return this
   */
  public RecordingBuilder errorCode(Integer errorCode) {
    this.errorCode = errorCode;
    return this;
  }

  /**
   * @param dateCreated see {@link Recording#getDateCreated()}
   * @return this
   */
  public RecordingBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateUpdated see {@link Recording#getDateUpdated()}
   * @return this
   */
  public RecordingBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the recording */
  public Recording build() {
    return new Recording(this);
  }
}
