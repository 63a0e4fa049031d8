package org.muletwilio.internal.operation;

import org.muletwilio.api.resource.Message;
import org.muletwilio.api.resource.MessageBuilder;

import java.math.BigDecimal;
import java.util.Objects;

/** Turns the SDK's messages into the connector's own, which applications see. */
final class Messages {

  private Messages() {}

  static Message toApi(com.twilio.rest.api.v2010.account.Message message) {
    return new MessageBuilder()
        .sid(message.getSid())
        .accountSid(message.getAccountSid())
        .messagingServiceSid(message.getMessagingServiceSid())
        .from(text(message.getFrom()))
        .to(message.getTo())
        .body(message.getBody())
        .status(text(message.getStatus()))
        .direction(text(message.getDirection()))
        .errorCode(message.getErrorCode())
        .errorMessage(message.getErrorMessage())
        .numSegments(number(message.getNumSegments()))
        .numMedia(number(message.getNumMedia()))
        .price(message.getPrice() == null ? null : new BigDecimal(message.getPrice()))
        .priceUnit(message.getPriceUnit() == null ? null : message.getPriceUnit().getCurrencyCode())
        .dateCreated(message.getDateCreated())
        .dateSent(message.getDateSent())
        .dateUpdated(message.getDateUpdated())
        .build();
  }

  private static String text(Object value) {
    return Objects.toString(value, null);
  }

  private static Integer number(String text) {
    return text == null ? null : Integer.valueOf(text);
  }
}
