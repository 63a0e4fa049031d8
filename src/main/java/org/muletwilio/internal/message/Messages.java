package org.muletwilio.internal.message;

import static org.muletwilio.internal.operation.SdkValues.amount;
import static org.muletwilio.internal.operation.SdkValues.code;
import static org.muletwilio.internal.operation.SdkValues.number;
import static org.muletwilio.internal.operation.SdkValues.text;

import org.muletwilio.api.resource.Message;
import org.muletwilio.api.resource.MessageBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's messages into the connector's own, which applications see. */
final class Messages {

  private Messages() {}

  static Message read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.Message.fromJson(json, mapper), words);
  }

  static Message toApi(com.twilio.rest.api.v2010.account.Message message, AnswerWords words) {
    return new MessageBuilder()
        .sid(message.getSid())
        .accountSid(message.getAccountSid())
        .messagingServiceSid(message.getMessagingServiceSid())
        .from(text(message.getFrom()))
        .to(message.getTo())
        .body(message.getBody())
        .status(words.word(message.getStatus(), "status"))
        .direction(words.word(message.getDirection(), "direction"))
        .errorCode(message.getErrorCode())
        .errorMessage(message.getErrorMessage())
        .numSegments(number(message.getNumSegments()))
        .numMedia(number(message.getNumMedia()))
        .price(amount(message.getPrice()))
        .priceUnit(code(message.getPriceUnit()))
        .dateCreated(message.getDateCreated())
        .dateSent(message.getDateSent())
        .dateUpdated(message.getDateUpdated())
        .build();
  }
}
