package org.muletwilio.internal.conference;

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
import org.muletwilio.internal.call.MachineDetectionParameters;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;

/** Who is told what answered the call to a participant. */
@ExclusiveOptionals
public class ParticipantMachineDetectionParameters {

  private static final String FLOW = "amd-status-callback-flow-ref";
  private static final String URL = "amdStatusCallbackUrl";

  /** The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set. */
  @Parameter
  @Optional
  @Alias(FLOW)
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = "Machine detection", order = 2)
  @DisplayName("Machine detection callback flow")
  @Summary("The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set")
  @Example("answered-by")
  private String amdStatusCallbackFlow;

  /** A URL of your own that Twilio calls when it knows who answered, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 3)
  @DisplayName("Machine detection callback URL")
  @Summary("A URL of your own that Twilio calls when it knows who answered, instead of a flow")
  @Example("https://example.com/answered-by")
  private String amdStatusCallbackUrl;

  /**
   * @param operation the operation's name in XML, for messages
   * @param request gets what is set here
   * @param detection whether and how Twilio finds out who answers
   * @param urls makes the URL
   */
  void addTo(String operation, FormRequest request, MachineDetectionParameters detection, CallbackUrls urls) {
    request.with("AmdStatusCallback",
                 urls.of(CallbackKind.MACHINE_DETECTION, FLOW, amdStatusCallbackFlow, URL, amdStatusCallbackUrl));
    detection.addTo(operation, CallbackUrls.describe(FLOW, amdStatusCallbackFlow, URL, amdStatusCallbackUrl), request);
  }
}
