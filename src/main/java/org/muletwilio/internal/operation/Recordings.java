package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.number;
import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.Recording;
import org.muletwilio.api.resource.RecordingBuilder;

/** Turns the SDK's recordings into the connector's own, which applications see. */
final class Recordings {

  private Recordings() {}

  static Recording toApi(com.twilio.rest.api.v2010.account.call.Recording recording) {
    return new RecordingBuilder()
        .sid(text(recording.getSid()))
        .accountSid(text(recording.getAccountSid()))
        .callSid(text(recording.getCallSid()))
        .conferenceSid(text(recording.getConferenceSid()))
        .status(text(recording.getStatus()))
        .source(text(recording.getSource()))
        .channels(recording.getChannels())
        .track(text(recording.getTrack()))
        .duration(number(recording.getDuration()))
        .startTime(recording.getStartTime())
        .price(recording.getPrice())
        .priceUnit(text(recording.getPriceUnit()))
        .errorCode(recording.getErrorCode())
        .dateCreated(recording.getDateCreated())
        .dateUpdated(recording.getDateUpdated())
        .build();
  }
}
