package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.CallerIdValidation;
import org.muletwilio.api.resource.CallerIdValidationBuilder;

/** Turns the SDK's validation requests into the connector's own, which applications see. */
final class CallerIdValidations {

  private CallerIdValidations() {}

  static CallerIdValidation toApi(com.twilio.rest.api.v2010.account.ValidationRequest callerIdValidation) {
    return new CallerIdValidationBuilder()
        .validationCode(text(callerIdValidation.getValidationCode()))
        .phoneNumber(text(callerIdValidation.getPhoneNumber()))
        .friendlyName(text(callerIdValidation.getFriendlyName()))
        .callSid(text(callerIdValidation.getCallSid()))
        .accountSid(text(callerIdValidation.getAccountSid()))
        .build();
  }
}
