package org.muletwilio.internal.recording;

import static org.muletwilio.internal.operation.SdkValues.code;
import static org.muletwilio.internal.operation.SdkValues.filled;
import static org.muletwilio.internal.operation.SdkValues.number;

import org.muletwilio.api.resource.Recording;
import org.muletwilio.api.resource.RecordingBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's recordings into the connector's own, which applications see. */
final class Recordings {

  private Recordings() {}

  static Recording read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.call.Recording.fromJson(json, mapper), words);
  }

  static Recording toApi(com.twilio.rest.api.v2010.account.call.Recording recording, AnswerWords words) {
    return new RecordingBuilder()
        .sid(filled(recording.getSid()))
        .accountSid(filled(recording.getAccountSid()))
        .callSid(filled(recording.getCallSid()))
        .conferenceSid(filled(recording.getConferenceSid()))
        .status(words.word(recording.getStatus(), "status"))
        .source(words.word(recording.getSource(), "source"))
        .channels(recording.getChannels())
        .track(words.word(recording.getTrack(), "track"))
        .duration(number(recording.getDuration()))
        .startTime(recording.getStartTime())
        .price(recording.getPrice())
        .priceUnit(code(recording.getPriceUnit()))
        .errorCode(recording.getErrorCode())
        .dateCreated(recording.getDateCreated())
        .dateUpdated(recording.getDateUpdated())
        .build();
  }
}
