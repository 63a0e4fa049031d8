package org.muletwilio.internal.call;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.ExclusiveOptionals;
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

/** Who is told what answered a call; the call goes on meanwhile. */
@ExclusiveOptionals
public class AsyncMachineDetectionParameters {

  private static final String FLOW = "async-amd-status-callback-flow-ref";
  private static final String URL = "asyncAmdStatusCallbackUrl";

  /** The flow that runs when Twilio knows who answered; the call goes on meanwhile. Needs machineDetection. */
  @Parameter
  @Optional
  @Alias(FLOW)
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Machine detection", order = 2)
  @DisplayName("Asynchronous detection callback flow")
  @Summary("The flow that runs when Twilio knows who answered; the call goes on meanwhile. Needs machineDetection")
  @Example("who-answered")
  private String asyncAmdStatusCallbackFlow;

  /** A URL of your own that Twilio calls when it knows who answered, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 3)
  @DisplayName("Asynchronous detection callback URL")
  @Summary("A URL of your own that Twilio calls when it knows who answered, instead of a flow")
  @Example("https://example.com/who-answered")
  private String asyncAmdStatusCallbackUrl;

  /**
   * @param operation the operation's name in XML, for messages
   * @param request gets what is set here
   * @param detection whether and how Twilio finds out who answers
   * @param urls makes the URL
   */
  void addTo(String operation, FormRequest request, MachineDetectionParameters detection, CallbackUrls urls) {
    urls.of(CallbackKind.MACHINE_DETECTION, FLOW, asyncAmdStatusCallbackFlow, URL, asyncAmdStatusCallbackUrl)
        .ifPresent(url -> request.with("AsyncAmd", true).with("AsyncAmdStatusCallback", url));
    detection.addTo(operation, CallbackUrls.describe(FLOW, asyncAmdStatusCallbackFlow, URL, asyncAmdStatusCallbackUrl), request);
  }
}
