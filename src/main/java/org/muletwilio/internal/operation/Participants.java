package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.number;
import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.Participant;
import org.muletwilio.api.resource.ParticipantBuilder;

/** Turns the SDK's participants into the connector's own, which applications see. */
final class Participants {

  private Participants() {}

  static Participant toApi(com.twilio.rest.api.v2010.account.conference.Participant participant) {
    return new ParticipantBuilder()
        .callSid(text(participant.getCallSid()))
        .conferenceSid(text(participant.getConferenceSid()))
        .accountSid(text(participant.getAccountSid()))
        .label(text(participant.getLabel()))
        .status(text(participant.getStatus()))
        .muted(participant.getMuted())
        .hold(participant.getHold())
        .coaching(participant.getCoaching())
        .callSidToCoach(text(participant.getCallSidToCoach()))
        .startConferenceOnEnter(participant.getStartConferenceOnEnter())
        .endConferenceOnExit(participant.getEndConferenceOnExit())
        .queueTime(number(participant.getQueueTime()))
        .dateCreated(participant.getDateCreated())
        .dateUpdated(participant.getDateUpdated())
        .build();
  }
}
