package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.Transcription;
import org.muletwilio.api.resource.TranscriptionBuilder;

/** Turns the SDK's transcriptions into the connector's own, which applications see. */
final class Transcriptions {

  private Transcriptions() {}

  static Transcription toApi(com.twilio.rest.api.v2010.account.call.Transcription transcription) {
    return new TranscriptionBuilder()
        .sid(text(transcription.getSid()))
        .accountSid(text(transcription.getAccountSid()))
        .callSid(text(transcription.getCallSid()))
        .name(text(transcription.getName()))
        .status(text(transcription.getStatus()))
        .dateUpdated(transcription.getDateUpdated())
        .build();
  }
}
