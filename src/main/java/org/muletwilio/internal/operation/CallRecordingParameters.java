package org.muletwilio.internal.operation;

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
import org.muletwilio.api.parameter.RecordingChannels;
import org.muletwilio.api.parameter.RecordingEvent;
import org.muletwilio.api.parameter.RecordingTrack;
import org.muletwilio.api.parameter.Trim;

import java.net.URI;
import java.util.List;

import com.twilio.rest.api.v2010.account.CallCreator;

/** Whether and how a call is recorded. */
public class CallRecordingParameters {

  /** Whether to record the call. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(tab = "Recording", order = 1)
  @DisplayName("Record")
  @Summary("Whether to record the call. Default: false")
  private boolean record;

  /** The flow that runs when Twilio reports on the recording. Needs record. */
  @Parameter
  @Optional
  @Alias("recording-status-callback-flow-ref")
  @FlowReference
  @Placement(tab = "Recording", order = 2)
  @DisplayName("Recording status callback flow")
  @Summary("The flow that runs when Twilio reports on the recording. Needs record")
  @Example("recording-status")
  private String recordingStatusCallbackFlow;

  /** An address of your own that Twilio calls about the recording, in place of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 3)
  @DisplayName("Recording status callback URL")
  @Summary("An address of your own that Twilio calls about the recording, in place of a flow")
  private String recordingStatusCallbackUrl;

  /** What is reported about the recording. Default: COMPLETED. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 4)
  @DisplayName("Recording status callback events")
  @Summary("What is reported about the recording. Default: COMPLETED")
  private List<RecordingEvent> recordingStatusCallbackEvents;

  /** Whether both sides share a channel. Default: MONO. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 5)
  @DisplayName("Recording channels")
  @Summary("Whether both sides share a channel. Default: MONO")
  private RecordingChannels recordingChannels;

  /** Which side is recorded. Default: BOTH. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 6)
  @DisplayName("Recording track")
  @Summary("Which side is recorded. Default: BOTH")
  private RecordingTrack recordingTrack;

  /** Whether silence at both ends is cut off. Default: TRIM_SILENCE. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 7)
  @DisplayName("Trim")
  @Summary("Whether silence at both ends is cut off. Default: TRIM_SILENCE")
  private Trim trim;

  /**
   * @param operation the operation's name in XML, for messages
   * @param creator gets what is set here
   * @param urls makes the addresses
   */
  void addTo(String operation, CallCreator creator, CallbackUrls urls) {
    java.util.Optional<URI> callback = urls.of(CallbackKind.RECORDING_STATUS, "recording-status-callback-flow-ref",
        recordingStatusCallbackFlow, "recordingStatusCallbackUrl", recordingStatusCallbackUrl);
    requireThat(record || !callback.isPresent(), operation, "has a callback for the status of a recording, but record is false");
    if (!record) {
      return;
    }
    creator.setRecord(true);
    callback.map(URI::toString).ifPresent(creator::setRecordingStatusCallback);
    creator.setRecordingStatusCallbackEvent(TwilioNames.ofEvents(operation, "recordingStatusCallbackEvents",
                                                                 recordingStatusCallbackEvents, RecordingEvent.class,
                                                                 RecordingEvent::getTwilioName,
                                                                 callback))
        .setRecordingChannels(TwilioNames.of(recordingChannels, RecordingChannels::getTwilioName))
        .setRecordingTrack(TwilioNames.of(recordingTrack, RecordingTrack::getTwilioName))
        .setTrim(TwilioNames.of(trim, Trim::getTwilioName));
  }
}
