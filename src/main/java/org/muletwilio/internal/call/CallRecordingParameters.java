package org.muletwilio.internal.call;

import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

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
import org.muletwilio.api.parameter.RecordingTrack;
import org.muletwilio.api.parameter.Trim;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.TwilioEnums;

import java.net.URI;

/** Whether and how a call, or a participant of a conference, is recorded, and who hears about it. */
public class CallRecordingParameters {

  private static final String FLOW = "recording-status-callback-flow-ref";
  private static final String URL = "recordingStatusCallbackUrl";

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
  @Alias(FLOW)
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
  @Example("https://example.com/recording")
  private String recordingStatusCallbackUrl;

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

  /** The ID of a recording configuration at Twilio, in place of single settings. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 8)
  @DisplayName("Recording configuration ID")
  @Summary("The ID of a recording configuration at Twilio, in place of single settings")
  @Example("recording_configuration_01")
  private String recordingConfigurationId;

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the address
   * @return the address that is to hear about the recording
   * @throws TwilioException if nothing is recorded of which it could hear
   */
  public java.util.Optional<URI> url(String operation, CallbackUrls urls) {
    CallbackUrls.describe(FLOW, recordingStatusCallbackFlow, URL, recordingStatusCallbackUrl)
        .ifPresent(told -> requireThat(record || !isEmpty(recordingConfigurationId), operation,
                                       told + " is to hear about a recording, but nothing is recorded: set record=\"true\""));
    return urls.of(CallbackKind.RECORDING_STATUS, FLOW, recordingStatusCallbackFlow, URL, recordingStatusCallbackUrl);
  }

  /** @return true, or null where nothing is said about it */
  public Boolean getRecord() {
    return record ? true : null;
  }

  public String getRecordingChannels() {
    return TwilioEnums.of(recordingChannels, RecordingChannels::getTwilioName);
  }

  public String getRecordingTrack() {
    return TwilioEnums.of(recordingTrack, RecordingTrack::getTwilioName);
  }

  public String getTrim() {
    return TwilioEnums.of(trim, Trim::getTwilioName);
  }

  public String getRecordingConfigurationId() {
    return recordingConfigurationId;
  }
}
