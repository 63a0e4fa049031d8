package org.muletwilio.internal.conference;

import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallEvent;
import org.muletwilio.api.parameter.ParticipantRecordingEvent;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.internal.call.CallRecordingParameters;
import org.muletwilio.internal.call.MachineDetectionParameters;
import org.muletwilio.internal.call.OutboundCallParameters;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.AsyncCompletion;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.StatusCallbackParameters;

import java.util.List;

/** Calls participants into conferences. */
@Throws(OperationErrors.class)
public class ConferenceOperations {

  private static final String ADD_PARTICIPANT = "twilio:add-participant";

  /**
   * Calls a participant into a conference, which is started if it does not run yet.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param parameters who is called into which conference
   * @param call how to call
   * @param callback who is told about the status of the call
   * @param statusCallbackEvents which changes of its status are reported; COMPLETED alone by default
   * @param conference the settings of the conference
   * @param recording what is recorded of the participant
   * @param recordingStatusCallbackEvents what is reported about that recording
   * @param conferenceRecording whether the conference is recorded
   * @param machineDetection whether Twilio finds out who answers
   * @param detected who is told the result
   * @return the participant as Twilio accepted it
   */
  @DisplayName("Add Participant")
  @Summary("Calls a participant into a conference, and runs flows for what happens in it")
  public Participant addParticipant(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                    CorrelationInfo correlation,
                                    @ParameterGroup(name = "Participant") ParticipantParameters parameters,
                                    @ParameterGroup(name = "Call") OutboundCallParameters call,
                                    @ParameterGroup(name = "Status callback") StatusCallbackParameters callback,
                                    @Optional @Placement(order = 4) @DisplayName("Status callback events")
                                    @Summary("Which changes of the call's status are reported. Default: COMPLETED")
                                    List<CallEvent> statusCallbackEvents,
                                    @ParameterGroup(name = "Conference") ParticipantConferenceParameters conference,
                                    @ParameterGroup(name = "Recording") CallRecordingParameters recording,
                                    @Optional @Placement(tab = "Recording", order = 4)
                                    @DisplayName("Recording status callback events")
                                    @Summary("What is reported about the participant's recording. Default: Twilio's choice")
                                    List<ParticipantRecordingEvent> recordingStatusCallbackEvents,
                                    @ParameterGroup(name = "Conference recording")
                                    ConferenceRecordingParameters conferenceRecording,
                                    @ParameterGroup(name = "Machine detection") MachineDetectionParameters machineDetection,
                                    @ParameterGroup(name = "Machine detection callback")
                                    ParticipantMachineDetectionParameters detected) {
    FormRequest request = parameters.toRequest(ADD_PARTICIPANT, call);
    CallbackUrls urls = new CallbackUrls(ADD_PARTICIPANT, config.getEndpoint(), correlation, callback.getCallbackContext());
    callback.addTo(request, urls, CallbackKind.CALL_STATUS, ADD_PARTICIPANT, statusCallbackEvents);
    conference.addTo(ADD_PARTICIPANT, request, urls);
    recording.addTo(ADD_PARTICIPANT, request, urls, recordingStatusCallbackEvents, ParticipantRecordingEvent.class,
                    ParticipantRecordingEvent::getTwilioName);
    conferenceRecording.addTo(ADD_PARTICIPANT, request, urls);
    detected.addTo(ADD_PARTICIPANT, request, machineDetection, urls);
    urls.requireFlowForContext();
    Participant added = connection.call(request.creating(Participants::read));
    AsyncCompletion.waitFor(callback.awaitStatus(urls, CallbackKind.CALL_STATUS, added.getAccountSid(), added.getCallSid()));
    return added;
  }
}
