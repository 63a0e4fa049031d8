package org.muletwilio.internal.conference;

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
import org.muletwilio.api.parameter.ConferenceRecord;
import org.muletwilio.api.parameter.ConferenceRecordingEvent;
import org.muletwilio.api.parameter.Trim;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.List;

/** Whether the whole conference is recorded, and who is told about it. Twilio takes these settings from the first participant. */
public class ConferenceRecordingParameters {

  /** Whether the whole conference is recorded. Default: DO_NOT_RECORD. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 1)
  @DisplayName("Record conference")
  @Summary("Whether the whole conference is recorded. Default: DO_NOT_RECORD")
  private ConferenceRecord conferenceRecord;

  /** The flow that runs when the conference's recording changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("conference-recording-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Recording", order = 2)
  @DisplayName("Conference recording status callback flow")
  @Summary("The flow that runs when the conference's recording changes its status. It needs no source")
  @Example("recording-status")
  private String conferenceRecordingStatusCallbackFlow;

  /** A URL of your own that Twilio calls when the conference's recording changes its status, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 3)
  @DisplayName("Conference recording status callback URL")
  @Summary("A URL of your own that Twilio calls when the conference's recording changes its status, instead of a flow")
  @Example("https://example.com/recording")
  private String conferenceRecordingStatusCallbackUrl;

  /** What is reported about the conference's recording. Default: Twilio's choice. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 4)
  @DisplayName("Conference recording status callback events")
  @Summary("What is reported about the conference's recording. Default: Twilio's choice")
  private List<ConferenceRecordingEvent> conferenceRecordingStatusCallbackEvents;

  /** Whether silence at both ends of the conference's recording is cut off. Default: TRIM_SILENCE. */
  @Parameter
  @Optional
  @Placement(tab = "Recording", order = 5)
  @DisplayName("Conference trim")
  @Summary("Whether silence at both ends of the conference's recording is cut off. Default: TRIM_SILENCE")
  private Trim conferenceTrim;

  void addTo(String operation, FormRequest request, CallbackUrls urls) {
    java.util.Optional<String> status =
        urls.of(CallbackKind.RECORDING_STATUS, "conference-recording-status-callback-flow-ref",
                conferenceRecordingStatusCallbackFlow, "conferenceRecordingStatusCallbackUrl",
                conferenceRecordingStatusCallbackUrl);
    request.with("ConferenceRecord", TwilioEnums.of(conferenceRecord, ConferenceRecord::getTwilioName))
        .with("ConferenceTrim", TwilioEnums.of(conferenceTrim, Trim::getTwilioName))
        .with("ConferenceRecordingStatusCallback", status)
        .with("ConferenceRecordingStatusCallbackEvent",
              TwilioEnums.ofEvents(operation, "conferenceRecordingStatusCallbackEvents", conferenceRecordingStatusCallbackEvents,
                                   ConferenceRecordingEvent.class, ConferenceRecordingEvent::getTwilioName, status));
  }
}
