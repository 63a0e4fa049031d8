package org.muletwilio.internal.twiml;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

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
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.DurationSeconds;

import java.util.concurrent.TimeUnit;

import com.twilio.twiml.voice.Record;

/** What is recorded of the caller, and who is told about it. */
public class RecordVerbParameters {

  /** The flow that answers with TwiML when the recording has ended. It needs no source. */
  @Parameter
  @Optional
  @Alias("action-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Action flow")
  @Summary("The flow that answers with TwiML when the recording has ended. It needs no source")
  @Example("thanks")
  private String actionFlow;

  /** A URL of your own that answers when the recording has ended, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Action URL")
  @Summary("A URL of your own that answers when the recording has ended, instead of a flow")
  @Example("https://example.com/next")
  private String actionUrl;

  /** The flow that runs when the recording can be fetched. */
  @Parameter
  @Optional
  @Alias("recording-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Recording status callback flow")
  @Summary("The flow that runs when the recording can be fetched")
  @Example("recording-status")
  private String recordingStatusCallbackFlow;

  /** A URL of your own that Twilio calls when the recording can be fetched, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Recording status callback URL")
  @Summary("A URL of your own that Twilio calls when the recording can be fetched, instead of a flow")
  @Example("https://example.com/recorded")
  private String recordingStatusCallbackUrl;

  /** The longest recording. Default: one hour. */
  @Parameter
  @Optional
  @Placement(order = 5)
  @DisplayName("Longest recording")
  @Summary("The longest recording, in the unit of maxLengthUnit. Default: one hour")
  @Example("30")
  private Integer maxLength;

  /** The unit of the longest recording. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(order = 6)
  @DisplayName("Longest recording unit")
  @Summary("The unit of the longest recording. Default: SECONDS")
  private TimeUnit maxLengthUnit;

  /** The keys that end the recording. Default: any. */
  @Parameter
  @Optional
  @Placement(order = 7)
  @DisplayName("Finish key")
  @Summary("The keys that end the recording. Default: any")
  @Example("#")
  private String finishOnKey;

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the URLs
   * @return the verb
   */
  Record toVerb(String operation, CallbackUrls urls) {
    Record.Builder builder = new Record.Builder();
    urls.of(CallbackKind.CALL_INSTRUCTIONS, "action-flow-ref", actionFlow, "actionUrl", actionUrl).ifPresent(builder::action);
    urls.of(CallbackKind.RECORDING_STATUS, "recording-status-callback-flow-ref", recordingStatusCallbackFlow,
            "recordingStatusCallbackUrl", recordingStatusCallbackUrl).ifPresent(builder::recordingStatusCallback);
    Integer seconds = DurationSeconds.of(operation, "maxLength", maxLength, maxLengthUnit, 1, Integer.MAX_VALUE);
    if (seconds != null) {
      builder.maxLength(seconds);
    }
    if (finishOnKey != null) {
      builder.finishOnKey(finishOnKey);
    }
    return builder.build();
  }
}
