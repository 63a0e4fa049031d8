package org.muletwilio.api.resource;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** Builds a {@link Message}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class MessageBuilder {

  String sid;
  String accountSid;
  String messagingServiceSid;
  String from;
  String to;
  String body;
  String status;
  String direction;
  Integer errorCode;
  String errorMessage;
  Integer numSegments;
  Integer numMedia;
  BigDecimal price;
  String priceUnit;
  ZonedDateTime dateCreated;
  ZonedDateTime dateSent;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link Message#getSid()}
   * @return this
   */
  public MessageBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link Message#getAccountSid()}
   * @return this
   */
  public MessageBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param messagingServiceSid see {@link Message#getMessagingServiceSid()}
   * @return this
   */
  public MessageBuilder messagingServiceSid(String messagingServiceSid) {
    this.messagingServiceSid = messagingServiceSid;
    return this;
  }

  /**
   * @param from see {@link Message#getFrom()}
   * @return this
   */
  public MessageBuilder from(String from) {
    this.from = from;
    return this;
  }

  /**
   * @param to see {@link Message#getTo()}
   * @return this
   */
  public MessageBuilder to(String to) {
    this.to = to;
    return this;
  }

  /**
   * @param body see {@link Message#getBody()}
   * @return this
   */
  public MessageBuilder body(String body) {
    this.body = body;
    return this;
  }

  /**
   * @param status see {@link Message#getStatus()}
   * @return this
   */
  public MessageBuilder status(String status) {
    this.status = status;
    return this;
  }

  /**
   * @param direction see {@link Message#getDirection()}
   * @return this
   */
  public MessageBuilder direction(String direction) {
    this.direction = direction;
    return this;
  }

  /**
   * @param errorCode see {@link Message#getErrorCode()}
   * @return this
   */
  public MessageBuilder errorCode(Integer errorCode) {
    this.errorCode = errorCode;
    return this;
  }

  /**
   * @param errorMessage see {@link Message#getErrorMessage()}
   * @return this
   */
  public MessageBuilder errorMessage(String errorMessage) {
    this.errorMessage = errorMessage;
    return this;
  }

  /**
   * @param numSegments see {@link Message#getNumSegments()}
   * @return this
   */
  public MessageBuilder numSegments(Integer numSegments) {
    this.numSegments = numSegments;
    return this;
  }

  /**
   * @param numMedia see {@link Message#getNumMedia()}
   * @return this
   */
  public MessageBuilder numMedia(Integer numMedia) {
    this.numMedia = numMedia;
    return this;
  }

  /**
   * @param price see {@link Message#getPrice()}
   * @return this
   */
  public MessageBuilder price(BigDecimal price) {
    this.price = price;
    return this;
  }

  /**
   * @param priceUnit see {@link Message#getPriceUnit()}
   * @return this
   */
  public MessageBuilder priceUnit(String priceUnit) {
    this.priceUnit = priceUnit;
    return this;
  }

  /**
   * @param dateCreated see {@link Message#getDateCreated()}
   * @return this
   */
  public MessageBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateSent see {@link Message#getDateSent()}
   * @return this
   */
  public MessageBuilder dateSent(ZonedDateTime dateSent) {
    this.dateSent = dateSent;
    return this;
  }

  /**
   * @param dateUpdated see {@link Message#getDateUpdated()}
   * @return this
   */
  public MessageBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the message */
  public Message build() {
    return new Message(this);
  }
}
