package org.muletwilio.api.resource;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** Builds a {@link Call}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class CallBuilder {

  String sid;
  String accountSid;
  String parentCallSid;
  String from;
  String to;
  String status;
  String direction;
  String answeredBy;
  String callerName;
  String forwardedFrom;
  Integer duration;
  BigDecimal price;
  String priceUnit;
  ZonedDateTime startTime;
  ZonedDateTime endTime;
  ZonedDateTime dateCreated;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link Call#getSid()}
   * @return this
   */
  public CallBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link Call#getAccountSid()}
   * @return this
   */
  public CallBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param parentCallSid see {@link Call#getParentCallSid()}
   * @return this
   */
  public CallBuilder parentCallSid(String parentCallSid) {
    this.parentCallSid = parentCallSid;
    return this;
  }

  /**
   * @param from see {@link Call#getFrom()}
   * @return this
   */
  public CallBuilder from(String from) {
    this.from = from;
    return this;
  }

  /**
   * @param to see {@link Call#getTo()}
   * @return this
   */
  public CallBuilder to(String to) {
    this.to = to;
    return this;
  }

  /**
   * @param status see {@link Call#getStatus()}
   * @return this
   */
  public CallBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param direction see {@link Call#getDirection()}
   * @return this
   */
  public CallBuilder direction(String direction) {
    this.direction = direction;
    return this;
  }

  /**
   * @param answeredBy see {@link Call#getAnsweredBy()}
   * @return this
   */
  public CallBuilder answeredBy(String answeredBy) {
    this.answeredBy = answeredBy;
    return this;
  }

  /**
   * @param callerName see {@link Call#getCallerName()}
   * @return this
   */
  public CallBuilder callerName(String callerName) {
    this.callerName = callerName;
    return this;
  }

  /**
   * @param forwardedFrom see {@link Call#getForwardedFrom()}
   * @return this
   */
  public CallBuilder forwardedFrom(String forwardedFrom) {
    this.forwardedFrom = forwardedFrom;
    return this;
  }

  /**
   * @param duration see {@link Call#getDuration()}
   * @return this
   */
  public CallBuilder duration(Integer duration) {
    this.duration = duration;
    return this;
  }

  /**
   * @param price see {@link Call#getPrice()}
   * @return this
   */
  public CallBuilder price(BigDecimal price) {
    this.price = price;
    return this;
  }

  /**
   * @param priceUnit see {@link Call#getPriceUnit()}
   * @return this
   */
  public CallBuilder priceUnit(String priceUnit) {
    this.priceUnit = priceUnit;
    return this;
  }

  /**
   * @param startTime see {@link Call#getStartTime()}
   * @return this
   */
  public CallBuilder startTime(ZonedDateTime startTime) {
    this.startTime = startTime;
    return this;
  }

  /**
   * @param endTime see {@link Call#getEndTime()}
   * @return this
   */
  public CallBuilder endTime(ZonedDateTime endTime) {
    this.endTime = endTime;
    return this;
  }

  /**
   * @param dateCreated see {@link Call#getDateCreated()}
   * @return this
   */
  public CallBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateUpdated see {@link Call#getDateUpdated()}
   * @return this
   */
  public CallBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the call */
  public Call build() {
    return new Call(this);
  }
}
