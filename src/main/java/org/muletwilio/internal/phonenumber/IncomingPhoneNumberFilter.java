package org.muletwilio.internal.phonenumber;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.PhoneNumberOrigin;
import org.muletwilio.internal.operation.ListAddress;
import org.muletwilio.internal.operation.TwilioEnums;

/** Which of the account's numbers to list. */
public class IncomingPhoneNumberFilter {

  /** Only numbers of this name. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Friendly name")
  @Summary("Only numbers of this name")
  @Example("Support")
  private String friendlyName;

  /** Only numbers that match this pattern: * stands for any digit, and a part of a number is enough. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Phone number")
  @Summary("Only numbers that match this pattern: * stands for any digit, and a part of a number is enough")
  @Example("+1415*")
  private String phoneNumber;

  /** Only numbers of this origin. Default: any origin. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Origin")
  @Summary("Only numbers of this origin. Default: any origin")
  private PhoneNumberOrigin origin;

  /** Whether numbers that are new to Twilio's platform are listed too. Default: true. */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(order = 4)
  @DisplayName("Beta")
  @Summary("Whether numbers that are new to Twilio's platform are listed too. Default: true")
  @Example("false")
  private boolean beta;

  /** How many numbers one request fetches, 1 to 1000. Default: 50. */
  @Parameter
  @Optional(defaultValue = "50")
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Page size")
  @Summary("How many numbers one request fetches, 1 to 1000. Default: 50")
  @Example("50")
  private Integer pageSize;

  /**
   * @param operation the operation's name in XML, for messages
   * @return where this list is
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  ListAddress toAddress(String operation) {
    return ListAddress.of(operation, "IncomingPhoneNumbers").pageSize(pageSize)
        .filter("FriendlyName", "friendlyName", friendlyName).filter("PhoneNumber", "phoneNumber", phoneNumber)
        .with("Origin", TwilioEnums.of(origin, PhoneNumberOrigin::getTwilioName)).with("Beta", beta ? null : false);
  }
}
