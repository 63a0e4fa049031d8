package org.muletwilio.api.resource;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** A message as Twilio knows it. What Twilio does not tell (yet) is null. */
public final class Message implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String sid;
  private final String accountSid;
  private final String messagingServiceSid;
  private final String from;
  private final String to;
  private final String body;
  private final String status;
  private final String direction;
  private final Integer errorCode;
  private final String errorMessage;
  private final Integer numSegments;
  private final Integer numMedia;
  private final BigDecimal price;
  private final String priceUnit;
  private final ZonedDateTime dateCreated;
  private final ZonedDateTime dateSent;
  private final ZonedDateTime dateUpdated;

  Message(MessageBuilder builder) {
    this.sid = builder.sid;
    this.accountSid = builder.accountSid;
    this.messagingServiceSid = builder.messagingServiceSid;
    this.from = builder.from;
    this.to = builder.to;
    this.body = builder.body;
    this.status = builder.status;
    this.direction = builder.direction;
    this.errorCode = builder.errorCode;
    this.errorMessage = builder.errorMessage;
    this.numSegments = builder.numSegments;
    this.numMedia = builder.numMedia;
    this.price = builder.price;
    this.priceUnit = builder.priceUnit;
    this.dateCreated = builder.dateCreated;
    this.dateSent = builder.dateSent;
    this.dateUpdated = builder.dateUpdated;
  }

  /** @return the message's SID, <code>SM…</code> or <code>MM…</code> */
  public String getSid() {
    return sid;
  }

  /** @return the SID of the account that sent it */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return the SID of the messaging service that sent it, or null */
  public String getMessagingServiceSid() {
    return messagingServiceSid;
  }

  /** @return the sender; null until a messaging service has chosen one */
  public String getFrom() {
    return from;
  }

  /** @return the recipient */
  public String getTo() {
    return to;
  }

  /** @return the text */
  public String getBody() {
    return body;
  }

  /**
   * @return the status in Twilio's words: accepted, scheduled, queued, sending, sent, delivered, undelivered, failed, canceled,
   *         receiving, received, read
   */
  public String getStatus() {
    return status;
  }

  /** @return the direction in Twilio's words: outbound-api, outbound-call, outbound-reply, inbound */
  public String getDirection() {
    return direction;
  }

  /** @return Twilio's error code, if the message failed */
  public Integer getErrorCode() {
    return errorCode;
  }

  /** @return what the error code means */
  public String getErrorMessage() {
    return errorMessage;
  }

  /** @return the number of parts in which the text is sent; 0 until a messaging service has chosen a sender */
  public Integer getNumSegments() {
    return numSegments;
  }

  /** @return the number of media */
  public Integer getNumMedia() {
    return numMedia;
  }

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public BigDecimal getPrice() {
    return price;
  }

  /** @return the currency of the price, such as USD */
  public String getPriceUnit() {
    return priceUnit;
  }

  /** @return when Twilio took the message */
  public ZonedDateTime getDateCreated() {
    return dateCreated;
  }

  /** @return when the message was sent, or null */
  public ZonedDateTime getDateSent() {
    return dateSent;
  }

  /** @return when the message last changed */
  public ZonedDateTime getDateUpdated() {
    return dateUpdated;
  }

  @Override
  public String toString() {
    return "Message{sid=" + sid + ", status=" + status + ", errorCode=" + errorCode + "}";
  }
}
