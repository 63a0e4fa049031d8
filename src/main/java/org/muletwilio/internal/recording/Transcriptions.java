package org.muletwilio.internal.recording;

import static org.muletwilio.internal.operation.SdkValues.filled;

import org.muletwilio.api.resource.Transcription;
import org.muletwilio.api.resource.TranscriptionBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's transcriptions into the connector's own, which applications see. */
final class Transcriptions {

  private Transcriptions() {}

  static Transcription read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.call.Transcription.fromJson(json, mapper), words);
  }

  static Transcription toApi(com.twilio.rest.api.v2010.account.call.Transcription transcription, AnswerWords words) {
    return new TranscriptionBuilder()
        .sid(filled(transcription.getSid()))
        .accountSid(filled(transcription.getAccountSid()))
        .callSid(filled(transcription.getCallSid()))
        .name(filled(transcription.getName()))
        .status(words.word(transcription.getStatus(), "status"))
        .dateUpdated(transcription.getDateUpdated())
        .build();
  }
}
