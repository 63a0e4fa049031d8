package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Checks.isEmpty;
import static org.muletwilio.internal.operation.Checks.requireThat;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.ParticipantRecordingEvent;
import org.muletwilio.api.parameter.RecordingChannels;
import org.muletwilio.api.parameter.RecordingTrack;
import org.muletwilio.api.parameter.Trim;

import java.net.URI;
import java.util.List;

import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;

/** What is recorded of a participant, and who hears about it. */
public class ParticipantRecordingParameters {

  /** Whether the participant is recorded. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(tab = "Recording", order = 1)
  @DisplayName("Record")
  @Summary("Whether the participant is recorded. Default: false")
  @Example("true")
  private boolean record;

  /** The flow that runs when the participant's recording changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("recording-status-callback-flow-ref")
  @FlowReference
  @Placement(tab = "Recording", order = 2)
  @DisplayName("Recording status callback flow")
  @Summary("The flow that runs when the participant's recording changes its status. It needs no source")
  @Example("recording-status")
  private String recordingStatusCallbackFlow;

  /** An address of your own that Twilio calls when the participant's recording changes its status, in place of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 3)
  @DisplayName("Recording status callback URL")
  @Summary("An address of your own that Twilio calls when the participant's recording changes its status, in place of a flow")
  @Example("https://example.com/recording")
  private String recordingStatusCallbackUrl;

  /** What is reported about the participant's recording. Default: Twilio's own. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 4)
  @DisplayName("Recording status callback events")
  @Summary("What is reported about the participant's recording. Default: Twilio's own")
  private List<ParticipantRecordingEvent> recordingStatusCallbackEvents;

  /** Whether both sides share a channel. Default: MONO. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 5)
  @DisplayName("Recording channels")
  @Summary("Whether both sides share a channel. Default: MONO")
  private RecordingChannels recordingChannels;

  /** Which side of the call is recorded. Default: BOTH. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 6)
  @DisplayName("Recording track")
  @Summary("Which side of the call is recorded. Default: BOTH")
  private RecordingTrack recordingTrack;

  /** What becomes of the silence at both ends of the participant's recording. Default: TRIM_SILENCE. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 7)
  @DisplayName("Trim")
  @Summary("What becomes of the silence at both ends of the participant's recording. Default: TRIM_SILENCE")
  private Trim trim;

  /** The ID of a recording configuration at Twilio, in place of single settings. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 8)
  @DisplayName("Recording configuration ID")
  @Summary("The ID of a recording configuration at Twilio, in place of single settings")
  private String recordingConfigurationId;

  void addTo(String operation, ParticipantCreator creator, CallbackUrls urls) {
    java.util.Optional<URI> status =
        urls.of(CallbackKind.RECORDING_STATUS, "recording-status-callback-flow-ref", recordingStatusCallbackFlow,
                "recordingStatusCallbackUrl", recordingStatusCallbackUrl);
    requireThat(!status.isPresent() || record || !isEmpty(recordingConfigurationId), operation,
                "is to report a recording to '" + (recordingStatusCallbackFlow != null ? recordingStatusCallbackFlow
                    : recordingStatusCallbackUrl) + "', but nothing is recorded: set record=\"true\"");
    status.ifPresent(url -> creator.setRecordingStatusCallback(url));
    creator.setRecord(record)
        .setRecordingStatusCallbackEvent(TwilioNames.ofEvents(operation, "recordingStatusCallbackEvents",
                                                              recordingStatusCallbackEvents,
                                                              ParticipantRecordingEvent.class,
                                                              ParticipantRecordingEvent::getTwilioName, status))
        .setRecordingChannels(TwilioNames.of(recordingChannels, RecordingChannels::getTwilioName))
        .setRecordingTrack(TwilioNames.of(recordingTrack, RecordingTrack::getTwilioName))
        .setTrim(TwilioNames.of(trim, Trim::getTwilioName))
        .setRecordingConfigurationId(recordingConfigurationId);
  }
}
