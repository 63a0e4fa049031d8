package org.muletwilio.internal.application;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.operation.ListAddress;

/** Which of the account's applications to list. */
public class ApplicationFilter {

  /** Only applications of this name. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Friendly name")
  @Summary("Only applications of this name")
  @Example("Order hotline")
  private String friendlyName;

  /** How many applications one request fetches, 1 to 1000. Default: 50. */
  @Parameter
  @Optional(defaultValue = "50")
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Page size")
  @Summary("How many applications one request fetches, 1 to 1000. Default: 50")
  @Example("50")
  private Integer pageSize;

  /**
   * @param operation the operation's name in XML, for messages
   * @return where this list is
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  ListAddress toAddress(String operation) {
    return ListAddress.of(operation, "Applications").pageSize(pageSize).filter("FriendlyName", "friendlyName", friendlyName);
  }
}
