package org.muletwilio.simulator.core;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Resource;
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
   * A number or sender in a messaging service leaves its messages to the service, unless that leaves them to the number or
   * sender; a number with an application leaves them to that.
   *
   * @param to a number, or a sender such as whatsapp:+15005550006
   * @throws IllegalArgumentException if nobody owns it or it has no address for messages
   */
  static MessageAddress of(Stores stores, String to) {
    return to.indexOf(':') >= 0 ? ofSender(stores, to) : ofNumber(stores, to);
  }

  private static MessageAddress ofSender(Stores stores, String to) {
    Resource sender = stores.channelSenders().all().stream().filter(one -> one.text("sender_id").equals(to)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No account has the number " + to));
    Optional<Resource> service = service(stores, sender, "messaging_service_sid");
    if (takesMessages(service)) {
      return ofService(service.orElseThrow(), to);
    }
    Map<?, ?> webhook = (Map<?, ?>) sender.properties().get("webhook");
    return new MessageAddress(sender.accountSid(), service.map(Resource::sid),
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
    Optional<Resource> service = service(stores, number, "service_sid");
    if (takesMessages(service)) {
      return ofService(service.orElseThrow(), to);
    }
    Resource owner = stores.applications().find(number.text("sms_application_sid")).orElse(number);
    return of(owner, service.map(Resource::sid), to, "sms_url", "sms_method", "sms_fallback_url", "sms_fallback_method");
  }

  private static Optional<Resource> service(Stores stores, Resource member, String property) {
    return stores.senderPools().find(member.sid()).flatMap(one -> stores.messagingServices().find(one.text(property)));
  }

  private static boolean takesMessages(Optional<Resource> service) {
    return service.isPresent() && !service.get().text("use_inbound_webhook_on_number").equals("true");
  }

  private static MessageAddress ofService(Resource service, String to) {
    return of(service, Optional.of(service.sid()), to, "inbound_request_url", "inbound_method", "fallback_url",
              "fallback_method");
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
