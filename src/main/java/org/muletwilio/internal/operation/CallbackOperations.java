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
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.error.OperationErrors;

import java.util.Map;

/** Makes callback URLs for what no operation of the connector covers. */
@Throws(OperationErrors.class)
public class CallbackOperations {

  /**
   * Makes a URL that runs a flow when Twilio calls it, for TwiML or any of Twilio's APIs. It needs no escapes in XML.
   *
   * @param config whose endpoint serves it
   * @param correlation is returned with the callback
   * @param kind what Twilio calls back about
   * @param flow the name of the flow to run; only here an expression may give it
   * @param callbackContext values that the flow gets back in <code>attributes.context</code>
   * @return the URL
   */
  @DisplayName("Callback URL")
  @Summary("Makes a URL that runs a flow when Twilio calls it, for TwiML or any of Twilio's APIs")
  @MediaType(TEXT_PLAIN)
  public String callbackUrl(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                            @DisplayName("Kind") @Summary("What Twilio calls back about") CallbackKind kind,
                            @Alias("flow-ref") @DisplayName("Flow") @Example("#[vars.flow]")
                            @Summary("The name of the flow to run, also an expression. The flow needs no source") String flow,
                            @Optional @DisplayName("Callback context")
                            @Summary("Values that the flow gets back in attributes.context. Put no secrets there")
                            Map<String, String> callbackContext) {
    return new CallbackUrls("twilio:callback-url", config.getEndpoint(), correlation, callbackContext)
        .inMarkup(kind, "flow-ref", flow).toString();
  }
}
