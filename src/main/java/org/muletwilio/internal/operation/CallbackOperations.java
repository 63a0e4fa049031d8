package org.muletwilio.internal.operation;

import static org.mule.runtime.extension.api.annotation.param.MediaType.TEXT_PLAIN;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.error.OperationErrors;

import java.util.Map;

/** Makes callback addresses for what no operation of the connector covers. */
@Throws(OperationErrors.class)
public class CallbackOperations {

  /**
   * Makes the address under which Twilio runs a flow, to be written into TwiML or given to any API of Twilio's. Nothing of it has
   * to be escaped in XML.
   *
   * @param config whose endpoint serves it
   * @param correlation is given back with the callback
   * @param kind what Twilio is to call back about
   * @param flow the flow to run
   * @param callbackContext values of your own that the flow finds in <code>attributes.context</code>
   * @return the address
   */
  @DisplayName("Callback URL")
  @Summary("Makes the address under which Twilio runs a flow, to be written into TwiML or given to any API of Twilio's")
  @MediaType(TEXT_PLAIN)
  public String callbackUrl(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                            @DisplayName("Kind") @Summary("What Twilio is to call back about") CallbackKind kind,
                            @Alias("flow-ref") @FlowReference @DisplayName("Flow") @Example("menu")
                            @Summary("The flow to run. It needs no source") String flow,
                            @Optional @DisplayName("Callback context")
                            @Summary("Values of your own that the flow finds in attributes.context. No secrets")
                            Map<String, String> callbackContext) {
    return new CallbackUrls("twilio:callback-url", config.getEndpoint(), correlation, callbackContext)
        .inMarkup(kind, "flow-ref", flow).toString();
  }
}
