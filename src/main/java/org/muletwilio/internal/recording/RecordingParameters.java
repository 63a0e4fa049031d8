package org.muletwilio.internal.recording;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
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
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.List;
import java.util.Map;

/** A recording of a call to start, and who is told about it. */
public class RecordingParameters {

  /** The SID of the call to record, CA…; it must be in progress. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Call SID")
  @Summary("The SID of the call to record, CA…; it must be in progress")
  @Example("CAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String callSid;

  /** The flow that runs when the recording changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("recording-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 2)
  @DisplayName("Recording status callback flow")
  @Summary("The flow that runs when the recording changes its status. It needs no source")
  @Example("recording-status")
  private String recordingStatusCallbackFlow;

  /** A URL of your own that Twilio calls when the recording changes its status, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Recording status callback URL")
  @Summary("A URL of your own that Twilio calls when the recording changes its status, instead of a flow")
  @Example("https://example.com/recording")
  private String recordingStatusCallbackUrl;

  /** What is reported about the recording. Default: COMPLETED. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Recording status callback events")
  @Summary("What is reported about the recording. Default: COMPLETED")
  private List<RecordingEvent> recordingStatusCallbackEvents;

  /**
   * Values that the flows get back in <code>attributes.context</code>. They are a part of the callback URLs: keep them few and
   * small, and put no secrets there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 5)
  @DisplayName("Callback context")
  @Summary("Values that the flow gets back in attributes.context. They are a part of the callback URL: put no secrets there")
  private Map<String, String> callbackContext;

  /** Whether both sides share a channel (MONO) or have one each (DUAL). Default: MONO. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Channels")
  @Summary("Whether both sides share a channel (MONO) or have one each (DUAL). Default: MONO")
  private RecordingChannels channels;

  /** Which side of the call is recorded. Default: BOTH. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Track")
  @Summary("Which side of the call is recorded. Default: BOTH")
  private RecordingTrack track;

  /** Whether silence at both ends is cut off. Default: DO_NOT_TRIM. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Trim")
  @Summary("Whether silence at both ends is cut off. Default: DO_NOT_TRIM")
  private Trim trim;

  /** The ID of a recording configuration at Twilio, instead of single settings. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Recording configuration ID")
  @Summary("The ID of a recording configuration at Twilio, instead of single settings")
  @Example("recording_configuration_01")
  private String recordingConfigurationId;

  Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the callback's URL
   * @return the request for this recording
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation, CallbackUrls urls) {
    java.util.Optional<String> status =
        urls.of(CallbackKind.RECORDING_STATUS, "recording-status-callback-flow-ref", recordingStatusCallbackFlow,
                "recordingStatusCallbackUrl", recordingStatusCallbackUrl);
    return FormRequest.to("Calls", PathParameters.sid(operation, "callSid", "the call", callSid, "CA"), "Recordings")
        .with("RecordingStatusCallback", status)
        .with("RecordingStatusCallbackEvent",
              TwilioEnums.ofEvents(operation, "recordingStatusCallbackEvents", recordingStatusCallbackEvents,
                                   RecordingEvent.class, RecordingEvent::getTwilioName, status))
        .with("RecordingChannels", TwilioEnums.of(channels, RecordingChannels::getTwilioName))
        .with("RecordingTrack", TwilioEnums.of(track, RecordingTrack::getTwilioName))
        .with("Trim", TwilioEnums.of(trim, Trim::getTwilioName))
        .with("RecordingConfigurationId", recordingConfigurationId);
  }
}
