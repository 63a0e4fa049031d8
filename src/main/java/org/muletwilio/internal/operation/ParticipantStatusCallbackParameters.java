package org.muletwilio.internal.operation;

import static com.twilio.http.HttpMethod.POST;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallEvent;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;

/** Who hears about the participant's call. */
public class ParticipantStatusCallbackParameters {

  /** The flow that runs when the participant's call changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when the participant's call changes its status. It needs no source")
  @Example("call-status")
  private String statusCallbackFlow;

  /** An address of your own that Twilio calls when the participant's call changes its status, in place of a flow. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Status callback URL")
  @Summary("An address of your own that Twilio calls when the participant's call changes its status, in place of a flow")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /** What is reported about the call. Default: COMPLETED. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Status callback events")
  @Summary("What is reported about the call. Default: COMPLETED")
  private List<CallEvent> statusCallbackEvents;

  /**
   * Values of your own that the flows find in <code>attributes.context</code>. They travel in the addresses that Twilio is
   * given: keep them few and small, and put no secret there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 4)
  @DisplayName("Callback context")
  @Summary("Values of your own that the flow finds in attributes.context. They travel in the callback's address: no secrets")
  private Map<String, String> callbackContext;

  Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  void applyTo(ParticipantCreator creator, String operation, CallbackUrls urls) {
    java.util.Optional<URI> url = urls.of(CallbackKind.CALL_STATUS, "status-callback-flow-ref", statusCallbackFlow,
                                          "statusCallbackUrl", statusCallbackUrl);
    url.ifPresent(address -> creator.setStatusCallback(address).setStatusCallbackMethod(POST));
    creator.setStatusCallbackEvent(TwilioNames.ofEvents(operation, "statusCallbackEvents", statusCallbackEvents,
                                                        CallEvent::getTwilioName, url));
  }
}
