package org.muletwilio.internal.source.parameter;

import org.mule.runtime.extension.api.annotation.param.ExclusiveOptionals;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.application.ApplicationSids;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.resource.WebhookRegistrations;

/** Whose incoming calls run the flow: those of a number or an application. */
@ExclusiveOptionals(isOneRequired = true)
public class CallTarget {

  /** A number of the account, in E.164 format, or its SID, PN…. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Phone number")
  @Summary("A number of the account, in E.164 format, or its SID, PN…")
  @Example("+15551234567")
  @OfValues(VoiceNumbers.class)
  private String phoneNumber;

  /** The SID of an application, AP…: the flow takes the calls of all numbers and clients that name it. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Application SID")
  @Summary("The SID of an application, AP…: the flow takes the calls of all numbers and clients that name it")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String applicationSid;

  /**
   * @param kind what Twilio calls back about
   * @return what is registered with Twilio
   * @throws IllegalArgumentException that says which parameter is wrong, and why
   */
  public Registration toRegistration(CallbackKind kind) {
    return phoneNumber != null ? WebhookRegistrations.ofNumber(TargetCheck.number(phoneNumber), kind)
        : WebhookRegistrations.ofApplication(TargetCheck.sid("applicationSid", applicationSid, "AP"), kind);
  }
}
