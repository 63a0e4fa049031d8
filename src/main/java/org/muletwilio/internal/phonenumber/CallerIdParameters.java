package org.muletwilio.internal.phonenumber;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;

import java.util.concurrent.TimeUnit;

/** A number to verify as a caller ID of the account. */
public class CallerIdParameters {

  /** The number to verify, in E.164 format. Twilio calls it and asks for the code. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Phone number")
  @Summary("The number to verify, in E.164 format. Twilio calls it and asks for the code")
  @Example("+15551234567")
  private String phoneNumber;

  /** A descriptive name, up to 64 characters. Default: the number. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Friendly name")
  @Summary("A descriptive name, up to 64 characters. Default: the number")
  @Example("Front desk")
  private String friendlyName;

  /** How long Twilio waits before it calls, up to 60 seconds. Default: no delay. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Call delay")
  @Summary("How long Twilio waits before it calls, in the unit of callDelayUnit, up to 60 seconds. Default: no delay")
  @Example("10")
  private Integer callDelay;

  /** The unit of the call delay. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Call delay unit")
  @Summary("The unit of the call delay. Default: SECONDS")
  private TimeUnit callDelayUnit;

  /** The digits to dial once the call is answered. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Extension")
  @Summary("The digits to dial once the call is answered")
  @Example("4711")
  private String extension;

  /**
   * @param operation the operation's name in XML, for messages
   * @return the request for this caller ID
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation) {
    requireThat(!isEmpty(phoneNumber), operation, "phoneNumber is empty: there is no number to verify");
    return FormRequest.to("OutgoingCallerIds")
        .with("PhoneNumber", phoneNumber)
        .with("FriendlyName", friendlyName)
        .with("CallDelay", DurationSeconds.of(operation, "callDelay", callDelay, callDelayUnit, 0, 60))
        .with("Extension", extension);
  }
}
