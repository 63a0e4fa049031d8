package org.muletwilio.internal.conference;

import static org.muletwilio.internal.operation.SdkValues.filled;
import static org.muletwilio.internal.operation.SdkValues.number;

import org.muletwilio.api.resource.Participant;
import org.muletwilio.api.resource.ParticipantBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's participants into the connector's own, which applications see. */
final class Participants {

  private Participants() {}

  static Participant read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.conference.Participant.fromJson(json, mapper), words);
  }

  static Participant toApi(com.twilio.rest.api.v2010.account.conference.Participant participant, AnswerWords words) {
    return new ParticipantBuilder()
        .callSid(filled(participant.getCallSid()))
        .conferenceSid(filled(participant.getConferenceSid()))
        .accountSid(filled(participant.getAccountSid()))
        .label(filled(participant.getLabel()))
        .status(words.word(participant.getStatus(), "status"))
        .muted(participant.getMuted())
        .hold(participant.getHold())
        .coaching(participant.getCoaching())
        .callSidToCoach(filled(participant.getCallSidToCoach()))
        .startConferenceOnEnter(participant.getStartConferenceOnEnter())
        .endConferenceOnExit(participant.getEndConferenceOnExit())
        .queueTime(number(participant.getQueueTime()))
        .dateCreated(participant.getDateCreated())
        .dateUpdated(participant.getDateUpdated())
        .build();
  }
}
