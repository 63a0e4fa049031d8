package org.muletwilio.internal.conference;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.muletwilio.internal.operation.Validation.requireThat;
import static org.muletwilio.internal.operation.Validation.within;

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
import org.muletwilio.api.parameter.ConferenceEvent;
import org.muletwilio.api.parameter.WaitMethod;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.List;

/** The conference that a participant joins. Twilio takes these settings from the first participant. */
public class ParticipantConferenceParameters {

  /** The flow that runs when something happens in the conference. It needs no source. */
  @Parameter
  @Optional
  @Alias("conference-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Conference", order = 1)
  @DisplayName("Conference status callback flow")
  @Summary("The flow that runs when something happens in the conference. It needs no source")
  @Example("conference-status")
  private String conferenceStatusCallbackFlow;

  /** A URL of your own that Twilio calls when something happens in the conference, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 2)
  @DisplayName("Conference status callback URL")
  @Summary("A URL of your own that Twilio calls when something happens in the conference, instead of a flow")
  @Example("https://example.com/conference")
  private String conferenceStatusCallbackUrl;

  /** What is reported about the conference. Default: START and END. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 3)
  @DisplayName("Conference status callback events")
  @Summary("What is reported about the conference. Default: START and END")
  private List<ConferenceEvent> conferenceStatusCallbackEvents;

  /** The flow that answers with TwiML what is heard until the conference starts. It needs no source. */
  @Parameter
  @Optional
  @Alias("wait-url-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Conference", order = 4)
  @DisplayName("Wait flow")
  @Summary("The flow that answers with TwiML what is heard until the conference starts. It needs no source")
  @Example("hold-music")
  private String waitUrlFlow;

  /** A URL of your own for what is heard until the conference starts: TwiML or a sound file. Default: Twilio's music. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 5)
  @DisplayName("Wait URL")
  @Summary("A URL of your own for what is heard until the conference starts: TwiML or a sound file. Default: Twilio's music")
  @Example("https://example.com/music.mp3")
  private String waitUrl;

  /** How Twilio asks the wait flow or URL. Default: POST. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 6)
  @DisplayName("Wait method")
  @Summary("How Twilio asks the wait flow or URL. Default: POST")
  private WaitMethod waitMethod;

  /** The largest number of participants of the conference, 2 to 250. Default: 250. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 7)
  @DisplayName("Most participants")
  @Summary("The largest number of participants of the conference, 2 to 250. Default: 250")
  @Example("10")
  private Integer maxParticipants;

  /** Where the conference is mixed, such as us1, ie1, de1, sg1, br1, au1 or jp1. Default: close to most participants. */
  @Parameter
  @Optional
  @Placement(tab = "Conference", order = 8)
  @DisplayName("Region")
  @Summary("Where the conference is mixed, such as us1, ie1, de1, sg1, br1, au1 or jp1. Default: close to most participants")
  @Example("ie1")
  private String region;

  void addTo(String operation, FormRequest request, CallbackUrls urls) {
    java.util.Optional<String> status =
        urls.of(CallbackKind.CONFERENCE_STATUS, "conference-status-callback-flow-ref", conferenceStatusCallbackFlow,
                "conferenceStatusCallbackUrl", conferenceStatusCallbackUrl);
    java.util.Optional<String> wait = urls.of(CallbackKind.CONFERENCE_WAIT, "wait-url-flow-ref", waitUrlFlow, "waitUrl", waitUrl);
    requireThat(waitMethod == null || wait.isPresent(), operation,
                "waitMethod is " + waitMethod + ", but there is no wait-url-flow-ref or waitUrl");
    request.with("ConferenceStatusCallback", status)
        .with("ConferenceStatusCallbackEvent",
              TwilioEnums.ofEvents(operation, "conferenceStatusCallbackEvents", conferenceStatusCallbackEvents,
                                   ConferenceEvent.class, ConferenceEvent::getTwilioName, status))
        .with("WaitUrl", wait)
        .with("WaitMethod", wait.map(url -> waitMethod == null ? WaitMethod.POST : waitMethod))
        .with("MaxParticipants", within(operation, "maxParticipants", maxParticipants, 2, 250))
        .with("Region", region);
  }
}
