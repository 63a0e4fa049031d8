package org.muletwilio.internal.phonenumber;

import static org.muletwilio.internal.operation.SdkValues.filled;

import org.muletwilio.api.resource.CallerIdValidation;
import org.muletwilio.api.resource.CallerIdValidationBuilder;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's validation requests into the connector's own, which applications see. */
final class CallerIdValidations {

  private CallerIdValidations() {}

  static CallerIdValidation read(InputStream json, ObjectMapper mapper) {
    return toApi(com.twilio.rest.api.v2010.account.ValidationRequest.fromJson(json, mapper));
  }

  static CallerIdValidation toApi(com.twilio.rest.api.v2010.account.ValidationRequest callerIdValidation) {
    return new CallerIdValidationBuilder()
        .validationCode(filled(callerIdValidation.getValidationCode()))
        .phoneNumber(filled(callerIdValidation.getPhoneNumber()))
        .friendlyName(filled(callerIdValidation.getFriendlyName()))
        .callSid(filled(callerIdValidation.getCallSid()))
        .accountSid(filled(callerIdValidation.getAccountSid()))
        .build();
  }
}
