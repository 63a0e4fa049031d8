package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A message as Twilio knows it. What Twilio has not reported (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Message implements Serializable {

  private static final long serialVersionUID = 1L;

  Message() {}

  /** @return the message's SID, <code>SM…</code> or <code>MM…</code> */
  public abstract @Nullable String getSid();

  /** @return the SID of the account that sent it */
  public abstract @Nullable String getAccountSid();

  /** @return the SID of the messaging service that sent it, or null */
  public abstract @Nullable String getMessagingServiceSid();

  /** @return the sender; null until a messaging service has chosen one */
  public abstract @Nullable String getFrom();

  /** @return the recipient */
  public abstract @Nullable String getTo();

  /** @return the text */
  public abstract @Nullable String getBody();

  /**
   * @return the status in Twilio's terms: accepted, scheduled, queued, sending, sent, delivered, undelivered, failed, canceled,
   *         receiving, received, read
   */
  public abstract @Nullable String getStatus();

  /** @return the direction in Twilio's terms: outbound-api, outbound-call, outbound-reply, inbound */
  public abstract @Nullable String getDirection();

  /** @return Twilio's error code, if the message failed */
  public abstract @Nullable Integer getErrorCode();

  /** @return what the error code means */
  public abstract @Nullable String getErrorMessage();

  /** @return the number of parts in which the text is sent; 0 until a messaging service has chosen a sender */
  public abstract @Nullable Integer getNumSegments();

  /** @return the number of media */
  public abstract @Nullable Integer getNumMedia();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  public abstract @Nullable BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  public abstract @Nullable String getPriceUnit();

  /** @return when Twilio accepted the message */
  public abstract @Nullable ZonedDateTime getDateCreated();

  /** @return when the message was sent, or null */
  public abstract @Nullable ZonedDateTime getDateSent();

  /** @return when the message last changed */
  public abstract @Nullable ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Message{sid=" + getSid() + ", status=" + getStatus() + ", errorCode=" + getErrorCode() + "}";
  }
}
