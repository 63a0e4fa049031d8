package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;

import org.immutables.value.Value;

/** A message as Twilio knows it. What Twilio does not tell (yet) is null. */
@Value.Immutable
@ValueStyle
public abstract class Message implements Serializable {

  private static final long serialVersionUID = 1L;

  Message() {}

  /** @return the message's SID, <code>SM…</code> or <code>MM…</code> */
  @Nullable
  public abstract String getSid();

  /** @return the SID of the account that sent it */
  @Nullable
  public abstract String getAccountSid();

  /** @return the SID of the messaging service that sent it, or null */
  @Nullable
  public abstract String getMessagingServiceSid();

  /** @return the sender; null until a messaging service has chosen one */
  @Nullable
  public abstract String getFrom();

  /** @return the recipient */
  @Nullable
  public abstract String getTo();

  /** @return the text */
  @Nullable
  public abstract String getBody();

  /**
   * @return the status in Twilio's words: accepted, scheduled, queued, sending, sent, delivered, undelivered, failed, canceled,
   *         receiving, received, read
   */
  @Nullable
  public abstract String getStatus();

  /** @return the direction in Twilio's words: outbound-api, outbound-call, outbound-reply, inbound */
  @Nullable
  public abstract String getDirection();

  /** @return Twilio's error code, if the message failed */
  @Nullable
  public abstract Integer getErrorCode();

  /** @return what the error code means */
  @Nullable
  public abstract String getErrorMessage();

  /** @return the number of parts in which the text is sent; 0 until a messaging service has chosen a sender */
  @Nullable
  public abstract Integer getNumSegments();

  /** @return the number of media */
  @Nullable
  public abstract Integer getNumMedia();

  /** @return the price, negative for what is paid, in {@link #getPriceUnit()}; null until it is known */
  @Nullable
  public abstract BigDecimal getPrice();

  /** @return the currency of the price, such as USD */
  @Nullable
  public abstract String getPriceUnit();

  /** @return when Twilio took the message */
  @Nullable
  public abstract ZonedDateTime getDateCreated();

  /** @return when the message was sent, or null */
  @Nullable
  public abstract ZonedDateTime getDateSent();

  /** @return when the message last changed */
  @Nullable
  public abstract ZonedDateTime getDateUpdated();

  @Override
  public String toString() {
    return "Message{sid=" + getSid() + ", status=" + getStatus() + ", errorCode=" + getErrorCode() + "}";
  }
}
