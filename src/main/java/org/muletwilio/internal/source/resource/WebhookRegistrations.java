package org.muletwilio.internal.source.resource;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.source.registration.Registration;

import java.util.EnumMap;
import java.util.Map;

/** Which address of a resource Twilio calls about what. */
public final class WebhookRegistrations {

  private static final Map<CallbackKind, WebhookSlot> OF_NUMBER = new EnumMap<>(CallbackKind.class);
  private static final Map<CallbackKind, WebhookSlot> OF_SERVICE = new EnumMap<>(CallbackKind.class);
  private static final Map<CallbackKind, WebhookSlot> OF_SENDER = new EnumMap<>(CallbackKind.class);
  private static final Map<CallbackKind, WebhookSlot> OF_APPLICATION = new EnumMap<>(CallbackKind.class);

  static {
    OF_NUMBER.put(CallbackKind.INBOUND_MESSAGE, PhoneNumberWebhooks.SMS_URL);
    OF_NUMBER.put(CallbackKind.INBOUND_MESSAGE_FALLBACK, PhoneNumberWebhooks.SMS_FALLBACK_URL);
    OF_NUMBER.put(CallbackKind.CALL_INSTRUCTIONS, PhoneNumberWebhooks.VOICE_URL);
    OF_NUMBER.put(CallbackKind.CALL_FALLBACK, PhoneNumberWebhooks.VOICE_FALLBACK_URL);
    OF_NUMBER.put(CallbackKind.CALL_STATUS, PhoneNumberWebhooks.STATUS_CALLBACK);
    OF_SERVICE.put(CallbackKind.INBOUND_MESSAGE, MessagingServiceWebhooks.INBOUND_REQUEST_URL);
    OF_SERVICE.put(CallbackKind.INBOUND_MESSAGE_FALLBACK, MessagingServiceWebhooks.FALLBACK_URL);
    OF_SERVICE.put(CallbackKind.MESSAGE_STATUS, MessagingServiceWebhooks.STATUS_CALLBACK);
    OF_SENDER.put(CallbackKind.INBOUND_MESSAGE, ChannelSenderWebhooks.CALLBACK_URL);
    OF_SENDER.put(CallbackKind.INBOUND_MESSAGE_FALLBACK, ChannelSenderWebhooks.FALLBACK_URL);
    OF_SENDER.put(CallbackKind.MESSAGE_STATUS, ChannelSenderWebhooks.STATUS_CALLBACK_URL);
    OF_APPLICATION.putAll(OF_NUMBER);
    OF_APPLICATION.put(CallbackKind.MESSAGE_STATUS, ApplicationWebhooks.MESSAGE_STATUS_CALLBACK);
  }

  private WebhookRegistrations() {}

  /** @param number in E.164 format, or the SID */
  public static Registration ofNumber(String number, CallbackKind kind) {
    return new WebhookRegistration(new PhoneNumberWebhooks(number), OF_NUMBER.get(kind));
  }

  public static Registration ofMessagingService(String sid, CallbackKind kind) {
    return new WebhookRegistration(new MessagingServiceWebhooks(sid), OF_SERVICE.get(kind));
  }

  /** @param sender its address, such as whatsapp:+15005550006 or rcs:brand, or its SID */
  public static Registration ofSender(String sender, CallbackKind kind) {
    return new WebhookRegistration(new ChannelSenderWebhooks(sender), OF_SENDER.get(kind));
  }

  public static Registration ofApplication(String sid, CallbackKind kind) {
    return new WebhookRegistration(new ApplicationWebhooks(sid), OF_APPLICATION.get(kind));
  }
}
