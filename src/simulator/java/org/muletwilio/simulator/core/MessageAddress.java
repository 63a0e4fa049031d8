package org.muletwilio.simulator.core;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Stores;

import java.util.Map;
import java.util.Optional;

/**
 * Who is asked what to do with a message that comes in.
 *
 * @param accountSid whose message it is
 * @param service the messaging service that takes it, if one does
 * @param target asked first
 * @param fallback asked when that fails
 */
record MessageAddress(String accountSid, Optional<String> service, CallbackTarget target, Optional<CallbackTarget> fallback) {

  /**
   * A number in a messaging service leaves its messages to the service, unless that leaves them to the number; a number with an
   * application leaves them to that.
   *
   * @param to a number, or a sender such as whatsapp:+15005550006
   * @throws IllegalArgumentException if nobody owns it or it has no address for messages
   */
  static MessageAddress of(Stores stores, String to) {
    return to.indexOf(':') >= 0 ? ofSender(stores.channelSenders(), to) : ofNumber(stores, to);
  }

  private static MessageAddress ofSender(ResourceStore senders, String to) {
    Resource sender = senders.all().stream().filter(one -> one.text("sender_id").equals(to)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No account has the number " + to));
    Map<?, ?> webhook = (Map<?, ?>) sender.properties().get("webhook");
    return new MessageAddress(sender.accountSid(), Optional.empty(),
                              target(webhook, "callback").orElseThrow(() -> noAddress(to)), target(webhook, "fallback"));
  }

  private static Optional<CallbackTarget> target(Map<?, ?> webhook, String name) {
    Object url = webhook.get(name + "_url");
    Object method = webhook.get(name + "_method");
    return url == null || url.toString().isEmpty() ? Optional.empty()
        : Optional.of(CallbackTarget.of(url.toString(), method == null ? "POST" : method.toString()));
  }

  private static MessageAddress ofNumber(Stores stores, String to) {
    Resource number = Inbound.number(stores.numbers(), to);
    Optional<Resource> service = stores.senderPools().find(number.sid()).flatMap(one -> stores.messagingServices()
        .find(one.text("service_sid")));
    Optional<String> sid = service.map(Resource::sid);
    if (service.isPresent() && !service.get().text("use_inbound_webhook_on_number").equals("true")) {
      return of(service.get(), sid, to, "inbound_request_url", "inbound_method", "fallback_url", "fallback_method");
    }
    Resource owner = stores.applications().find(number.text("sms_application_sid")).orElse(number);
    return of(owner, sid, to, "sms_url", "sms_method", "sms_fallback_url", "sms_fallback_method");
  }

  private static MessageAddress of(Resource owner, Optional<String> service, String to, String url, String method,
                                   String fallbackUrl, String fallbackMethod) {
    return new MessageAddress(owner.accountSid(), service,
                              CallbackTarget.of(owner, url, method).orElseThrow(() -> noAddress(to)),
                              CallbackTarget.of(owner, fallbackUrl, fallbackMethod));
  }

  private static IllegalArgumentException noAddress(String to) {
    return new IllegalArgumentException(to + " has no address for messages");
  }
}
