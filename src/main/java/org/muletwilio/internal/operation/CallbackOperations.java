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
import java.util.concurrent.TimeUnit;

/** Makes callback URLs for what no operation of the connector covers. */
@Throws(OperationErrors.class)
public class CallbackOperations {

  private static final String AUTHORIZE_URL = "twilio:authorize-url";

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
        .inMarkup(kind, "flow-ref", flow);
  }

  /**
   * Makes the URL at Twilio where a person lets a Connect app use an account. Twilio sends the person's browser back to the app's
   * authorize URL: that of <code>callback-url</code> with the kind <code>CONNECT_AUTHORIZATION</code> and the same flow.
   *
   * @param config whose endpoint serves the flow
   * @param correlation is given back to the flow
   * @param connectAppSid the SID of the Connect app
   * @param flow the name of the flow of the app's authorize URL
   * @param callbackContext values that the flow gets back in <code>attributes.context</code>, such as who the person is
   * @param expiresAfter how long the person has time
   * @param expiresAfterUnit its unit
   * @return the URL, which has a state that serves once
   */
  @DisplayName("Authorize URL")
  @Summary("Makes the URL at Twilio where a person lets a Connect app use an account; it serves once")
  @MediaType(TEXT_PLAIN)
  public String authorizeUrl(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                             @DisplayName("Connect app SID") @Summary("The SID of the Connect app, CN…")
                             @Example("CNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String connectAppSid,
                             @Alias("flow-ref") @DisplayName("Flow") @Example("account-connected")
                             @Summary("The flow of the app's authorize URL, made by callback-url with CONNECT_AUTHORIZATION")
                             String flow,
                             @Optional @DisplayName("Callback context")
                             @Summary("Values that the flow gets back in attributes.context. Put no secrets there")
                             Map<String, String> callbackContext,
                             @Optional(defaultValue = "15") @DisplayName("Expires after")
                             @Summary("How long the person has time, in the unit of expiresAfterUnit, up to an hour. Default: 15")
                             @Example("15") int expiresAfter,
                             @Optional(defaultValue = "MINUTES") @DisplayName("Expires after unit")
                             @Summary("The unit of expiresAfter. Default: MINUTES") TimeUnit expiresAfterUnit) {
    String sid = PathParameters.sid(AUTHORIZE_URL, "connectAppSid", "the Connect app", connectAppSid, "CN");
    CallbackUrls urls = new CallbackUrls(AUTHORIZE_URL, config.getEndpoint(), correlation, callbackContext);
    return "https://www.twilio.com/authorize/" + sid + "?state="
        + urls.newState("flow-ref", flow, expiresAfter, expiresAfterUnit);
  }
}
