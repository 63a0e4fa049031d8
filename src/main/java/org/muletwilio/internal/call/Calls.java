package org.muletwilio.internal.call;

import static org.muletwilio.internal.operation.SdkValues.amount;
import static org.muletwilio.internal.operation.SdkValues.code;
import static org.muletwilio.internal.operation.SdkValues.number;

import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.CallBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's calls into the connector's own, which applications see. */
final class Calls {

  private Calls() {}

  static Call read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.Call.fromJson(json, mapper), words);
  }

  static Call toApi(com.twilio.rest.api.v2010.account.Call call, AnswerWords words) {
    return new CallBuilder()
        .sid(call.getSid())
        .accountSid(call.getAccountSid())
        .parentCallSid(call.getParentCallSid())
        .from(call.getFrom())
        .to(call.getTo())
        .status(words.word(call.getStatus(), "status"))
        .direction(call.getDirection())
        .answeredBy(call.getAnsweredBy())
        .callerName(call.getCallerName())
        .forwardedFrom(call.getForwardedFrom())
        .duration(number(call.getDuration()))
        .price(amount(call.getPrice()))
        .priceUnit(code(call.getPriceUnit()))
        .startTime(call.getStartTime())
        .endTime(call.getEndTime())
        .dateCreated(call.getDateCreated())
        .dateUpdated(call.getDateUpdated())
        .build();
  }
}
