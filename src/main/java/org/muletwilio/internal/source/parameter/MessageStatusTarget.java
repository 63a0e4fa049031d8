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
import org.muletwilio.internal.message.MessagingServiceSids;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.resource.WebhookRegistrations;

/** Through what the messages are sent whose statuses run the flow. At Twilio, numbers have no such address. */
@ExclusiveOptionals(isOneRequired = true)
public class MessageStatusTarget {

  /** The SID of a messaging service, MG…. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Messaging service SID")
  @Summary("The SID of a messaging service, MG…: the flow is told of what is sent through it")
  @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(MessagingServiceSids.class)
  private String messagingServiceSid;

  /** A WhatsApp or RCS sender of the account, such as whatsapp:+15551234567 or rcs:brand, or its SID, XE…. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Sender")
  @Summary("A WhatsApp or RCS sender of the account, such as whatsapp:+15551234567 or rcs:brand, or its SID, XE…")
  @Example("whatsapp:+15551234567")
  @OfValues(ChannelSenders.class)
  private String sender;

  /** The SID of an application, AP…. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Application SID")
  @Summary("The SID of an application, AP…: the flow is told of messages that are sent with it")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String applicationSid;

  /**
   * @param kind what Twilio calls back about
   * @return what is registered with Twilio
   * @throws IllegalArgumentException that says which parameter is wrong, and why
   */
  public Registration toRegistration(CallbackKind kind) {
    if (messagingServiceSid != null) {
      return WebhookRegistrations.ofMessagingService(TargetCheck.sid("messagingServiceSid", messagingServiceSid, "MG"), kind);
    }
    return sender != null ? WebhookRegistrations.ofSender(TargetCheck.sender(sender), kind)
        : WebhookRegistrations.ofApplication(TargetCheck.sid("applicationSid", applicationSid, "AP"), kind);
  }
}
