package org.muletwilio.internal.call;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
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
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.List;
import java.util.function.Function;

/** Whether and how a call, or a participant of a conference, is recorded, and who is told about it. */
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
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Recording", order = 2)
  @DisplayName("Recording status callback flow")
  @Summary("The flow that runs when Twilio reports on the recording. Needs record")
  @Example("recording-status")
  private String recordingStatusCallbackFlow;

  /** A URL of your own that Twilio calls about the recording, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 3)
  @DisplayName("Recording status callback URL")
  @Summary("A URL of your own that Twilio calls about the recording, instead of a flow")
  @Example("https://example.com/recording")
  private String recordingStatusCallbackUrl;

  /** Whether both sides share a channel (MONO) or have one each (DUAL). Default: MONO. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 5)
  @DisplayName("Recording channels")
  @Summary("Whether both sides share a channel (MONO) or have one each (DUAL). Default: MONO")
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

  /** The ID of a recording configuration at Twilio, instead of single settings. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 8)
  @DisplayName("Recording configuration ID")
  @Summary("The ID of a recording configuration at Twilio, instead of single settings")
  @Example("recording_configuration_01")
  private String recordingConfigurationId;

  /**
   * @param operation the operation's name in XML, for messages
   * @param request gets what is set here
   * @param urls makes the URL
   * @param events what is reported about the recording, or null for Twilio's choice
   * @param type the events' type
   * @param name gives Twilio's name for an event
   * @throws TwilioException if nothing is recorded that could be reported
   */
  public <T extends Enum<T>> void addTo(String operation, FormRequest request, CallbackUrls urls, List<?> events, Class<T> type,
                                        Function<T, String> name) {
    CallbackUrls.describe(FLOW, recordingStatusCallbackFlow, URL, recordingStatusCallbackUrl)
        .ifPresent(told -> requireThat(record || !isEmpty(recordingConfigurationId), operation,
                                       told + " is to be told about a recording, but nothing is recorded: set record=\"true\""));
    java.util.Optional<String> status =
        urls.of(CallbackKind.RECORDING_STATUS, FLOW, recordingStatusCallbackFlow, URL, recordingStatusCallbackUrl);
    request.with("Record", record ? true : null)
        .with("RecordingStatusCallback", status)
        .with("RecordingStatusCallbackEvent",
              TwilioEnums.ofEvents(operation, "recordingStatusCallbackEvents", events, type, name, status))
        .with("RecordingChannels", TwilioEnums.of(recordingChannels, RecordingChannels::getTwilioName))
        .with("RecordingTrack", TwilioEnums.of(recordingTrack, RecordingTrack::getTwilioName))
        .with("Trim", TwilioEnums.of(trim, Trim::getTwilioName))
        .with("RecordingConfigurationId", recordingConfigurationId);
  }
}
