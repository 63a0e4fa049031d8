package org.muletwilio.internal.phonenumber;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.CallerIdValidation;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.StatusCallbackParameters;

/** Verifies numbers as caller IDs of the account. */
@Throws(OperationErrors.class)
public class CallerIdOperations {

  private static final String ADD_CALLER_ID = "twilio:add-caller-id";

  /**
   * Asks Twilio to verify a number, from which the account may call then: Twilio calls it and asks for the code of the result.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param parameters the number
   * @param callback who is told whether it was verified
   * @return the code to enter when Twilio calls
   */
  @Alias("add-caller-id")
  @DisplayName("Add Caller ID")
  @Summary("Asks Twilio to verify a number as a caller ID, and runs a flow with the outcome. The result holds the code to enter")
  public CallerIdValidation addCallerId(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                        CorrelationInfo correlation,
                                        @ParameterGroup(name = "Caller ID") CallerIdParameters parameters,
                                        @ParameterGroup(name = "Status callback") StatusCallbackParameters callback) {
    FormRequest request = parameters.toRequest(ADD_CALLER_ID);
    CallbackUrls urls = new CallbackUrls(ADD_CALLER_ID, config.getEndpoint(), correlation, callback.getCallbackContext());
    request.with("StatusCallback", callback.url(urls, CallbackKind.CALLER_ID_STATUS));
    urls.requireFlowForContext();
    return connection.call(request.creating(CallerIdValidations::read));
  }
}
