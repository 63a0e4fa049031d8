package org.muletwilio.internal.messagingservice;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

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
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;

import java.util.Map;

/** What happens to the messages of a messaging service. */
public class MessageRoutingParameters {

  /** The flow that runs when a message arrives for a sender of the service; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("inbound-request-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Inbound request flow")
  @Summary("The flow that runs when a message arrives for a sender of the service; it may answer with TwiML. It needs no source")
  @Example("message-in")
  private String inboundRequestFlow;

  /** A URL of your own that Twilio calls when a message arrives, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Inbound request URL")
  @Summary("A URL of your own that Twilio calls when a message arrives, instead of a flow. On an update, #[''] removes it")
  @Example("https://example.com/sms")
  private String inboundRequestUrl;

  /** The flow that runs for incoming messages when the first flow or URL fails; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("fallback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Fallback flow")
  @Summary("The flow that runs for incoming messages when the first flow or URL fails; it may answer with TwiML. It needs no "
      + "source")
  @Example("message-failed")
  private String fallbackFlow;

  /**
   * A URL of your own that Twilio calls for incoming messages when the first one fails, instead of a flow. On an update, #['']
   * removes it.
   */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Fallback URL")
  @Summary("A URL of your own that Twilio calls for incoming messages when the first one fails, instead of a flow. On an update, "
      + "#[''] removes it")
  @Example("https://example.com/sms-failed")
  private String fallbackUrl;

  /** The flow that runs when a message that the service sent changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 5)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when a message that the service sent changes its status. It needs no source")
  @Example("sms-status")
  private String statusCallbackFlow;

  /** A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("Status callback URL")
  @Summary("A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] "
      + "removes it")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /**
   * Values that the flows get back in <code>attributes.context</code>. They are a part of the callback URLs: keep them few and
   * small, and put no secrets there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 7)
  @DisplayName("Callback context")
  @Summary("Values that the flow gets back in attributes.context. They are a part of the callback URL: put no secrets there")
  private Map<String, String> callbackContext;

  Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  /** Adds the URLs that are set; an empty one removes what was there. */
  void addTo(FormRequest request, CallbackUrls urls) {
    java.util.Optional<String> inbound = urls.ofChange(CallbackKind.INBOUND_MESSAGE, "inbound-request-flow-ref",
                                                       inboundRequestFlow, "inboundRequestUrl", inboundRequestUrl);
    java.util.Optional<String> fallback = urls.ofChange(CallbackKind.INBOUND_MESSAGE_FALLBACK, "fallback-flow-ref",
                                                        fallbackFlow, "fallbackUrl", fallbackUrl);
    request.with("InboundRequestUrl", inbound).with("InboundMethod", inbound.map(url -> "POST"))
        .with("FallbackUrl", fallback).with("FallbackMethod", fallback.map(url -> "POST"))
        .with("StatusCallback", urls.ofChange(CallbackKind.MESSAGE_STATUS, "status-callback-flow-ref", statusCallbackFlow,
                                              "statusCallbackUrl", statusCallbackUrl));
    urls.requireFlowForContext();
  }
}
