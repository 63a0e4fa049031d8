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
import org.muletwilio.internal.message.MessageSenders;
import org.muletwilio.internal.message.MessagingServiceSids;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.resource.WebhookRegistrations;

/** Whose incoming messages run the flow: those of a number, a messaging service, a WhatsApp or RCS sender, or an application. */
@ExclusiveOptionals(isOneRequired = true)
public class MessageTarget {

  /** A number of the account, in E.164 format, or its SID, PN…. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Phone number")
  @Summary("A number of the account, in E.164 format, or its SID, PN…")
  @Example("+15551234567")
  @OfValues(MessageSenders.class)
  private String phoneNumber;

  /** The SID of a messaging service, MG…: the flow takes the messages of all its senders. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Messaging service SID")
  @Summary("The SID of a messaging service, MG…: the flow takes the messages of all its senders")
  @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(MessagingServiceSids.class)
  private String messagingServiceSid;

  /** A WhatsApp or RCS sender of the account, such as whatsapp:+15551234567 or rcs:brand, or its SID, XE…. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Sender")
  @Summary("A WhatsApp or RCS sender of the account, such as whatsapp:+15551234567 or rcs:brand, or its SID, XE…")
  @Example("whatsapp:+15551234567")
  @OfValues(ChannelSenders.class)
  private String sender;

  /** The SID of an application, AP…: the flow takes the messages of all numbers that name it. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Application SID")
  @Summary("The SID of an application, AP…: the flow takes the messages of all numbers that name it")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String applicationSid;

  /**
   * @param kind what Twilio calls back about
   * @return what is registered with Twilio
   * @throws IllegalArgumentException that says which parameter is wrong, and why
   */
  public Registration toRegistration(CallbackKind kind) {
    if (phoneNumber != null) {
      return WebhookRegistrations.ofNumber(TargetCheck.number(phoneNumber), kind);
    }
    if (messagingServiceSid != null) {
      return WebhookRegistrations.ofMessagingService(TargetCheck.sid("messagingServiceSid", messagingServiceSid, "MG"), kind);
    }
    return sender != null ? WebhookRegistrations.ofSender(TargetCheck.sender(sender), kind)
        : WebhookRegistrations.ofApplication(TargetCheck.sid("applicationSid", applicationSid, "AP"), kind);
  }
}
