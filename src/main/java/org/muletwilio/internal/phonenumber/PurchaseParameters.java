package org.muletwilio.internal.phonenumber;

import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.ExclusiveOptionals;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.operation.FormRequest;

/** The number to buy. */
@ExclusiveOptionals(isOneRequired = true)
public class PurchaseParameters {

  /** The number to buy, in E.164 format. This or an area code is needed. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Phone number")
  @Summary("The number to buy, in E.164 format. This or an area code is needed")
  @Example("+15551234567")
  private String phoneNumber;

  /** The area code, in the US or Canada, in which Twilio is to choose a number. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Area code")
  @Summary("The area code, in the US or Canada, in which Twilio is to choose a number")
  @Example("415")
  private String areaCode;

  /**
   * @param operation the operation's name in XML, for messages
   * @return the request for this number
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation) {
    requireThat(isEmpty(phoneNumber) || isEmpty(areaCode), operation,
                "takes phoneNumber ('" + Excerpt.of(phoneNumber) + "') or areaCode ('" + Excerpt.of(areaCode) + "'), not both");
    requireThat(!isEmpty(phoneNumber) || !isEmpty(areaCode), operation, "has nothing to buy: set phoneNumber or areaCode");
    return FormRequest.to("IncomingPhoneNumbers")
        .with("PhoneNumber", isEmpty(phoneNumber) ? null : phoneNumber)
        .with("AreaCode", isEmpty(areaCode) ? null : areaCode);
  }
}
