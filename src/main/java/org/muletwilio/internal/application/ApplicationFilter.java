package org.muletwilio.internal.application;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.within;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import com.twilio.rest.api.v2010.account.ApplicationReader;

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
   * @return the SDK's request for this list
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  ApplicationReader toReader(String operation) {
    ApplicationReader reader = new ApplicationReader().setPageSize(within(operation, "pageSize", pageSize, 1, 1000).longValue());
    if (!isEmpty(friendlyName)) {
      reader.setFriendlyName(friendlyName);
    }
    return reader;
  }
}
