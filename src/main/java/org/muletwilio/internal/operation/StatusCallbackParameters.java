package org.muletwilio.internal.operation;

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
import org.muletwilio.api.parameter.CallEvent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who is told about the status of what an operation creates. */
public class StatusCallbackParameters {

  /** The flow that runs when Twilio reports a new status. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when Twilio reports a new status. It needs no source")
  @Example("sms-status")
  private String statusCallbackFlow;

  /** A URL of your own that Twilio calls with each new status, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Status callback URL")
  @Summary("A URL of your own that Twilio calls with each new status, instead of a flow")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /**
   * Values that the flow gets back in <code>attributes.context</code>. They are a part of the callback URL: keep them few and
   * small, and put no secrets there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 3)
  @DisplayName("Callback context")
  @Summary("Values that the flow gets back in attributes.context. They are a part of the callback URL: put no secrets there")
  private Map<String, String> callbackContext;

  public Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  /** @return the URL to give to Twilio, or empty where neither a flow nor a URL is set */
  public java.util.Optional<String> url(CallbackUrls urls, CallbackKind kind) {
    return urls.of(kind, "status-callback-flow-ref", statusCallbackFlow, "statusCallbackUrl", statusCallbackUrl);
  }

  /**
   * @param request gets the URL, and which changes of a call's status are reported there
   * @param urls makes the URL
   * @param kind what Twilio calls back about
   * @param operation the operation's name in XML, for messages
   * @param events which changes, or null for Twilio's choice
   */
  public void addTo(FormRequest request, CallbackUrls urls, CallbackKind kind, String operation, List<CallEvent> events) {
    java.util.Optional<String> status = url(urls, kind);
    request.with("StatusCallback", status)
        .with("StatusCallbackEvent", TwilioEnums.ofEvents(operation, "statusCallbackEvents", events, CallEvent.class,
                                                          CallEvent::getTwilioName, status));
  }

  /**
   * Remembers that the flow, if one is named, awaits the last status of what was created.
   *
   * @return ends when that is stored, or after a bounded wait; always well
   */
  public CompletableFuture<Void> awaitStatus(CallbackUrls urls, CallbackKind kind, String accountSid, String sid) {
    return urls.awaitStatus(kind, statusCallbackFlow, statusCallbackUrl, accountSid, sid);
  }
}
