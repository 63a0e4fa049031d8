package org.muletwilio.simulator.page;

import static org.muletwilio.simulator.page.WebState.map;

import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Stores;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the account owns, and which addresses Twilio calls for it. No address shows a password. */
final class AccountView {

  private final Stores stores;

  AccountView(Stores stores) {
    this.stores = stores;
  }

  Map<String, Object> number(Resource number) {
    return map("sid", number.sid(), "phoneNumber", number.text("phone_number"),
               "smsUrl", address(number, "sms_url", "sms_application_sid"), "smsFallbackUrl", address(number, "sms_fallback_url"),
               "voiceUrl", address(number, "voice_url", "voice_application_sid"),
               "voiceFallbackUrl", address(number, "voice_fallback_url"), "statusCallback", address(number, "status_callback"),
               "messagingService", service(number.sid(), "service_sid"), "trunk", number.text("trunk_sid"));
  }

  /** A WhatsApp or RCS sender. */
  Map<String, Object> sender(Resource sender) {
    Resource webhook = new Resource(webhook(sender));
    return map("sid", sender.sid(), "sender", sender.text("sender_id"), "callbackUrl", address(webhook, "callback_url"),
               "fallbackUrl", address(webhook, "fallback_url"), "statusCallbackUrl", address(webhook, "status_callback_url"),
               "messagingService", service(sender.sid(), "messaging_service_sid"));
  }

  Map<String, Object> messagingService(Resource service) {
    return map("sid", service.sid(), "friendlyName", service.text("friendly_name"),
               "senders", stores.senderPools().all().stream().filter(one -> isIn(service, one)).map(AccountView::member).toList(),
               "useInboundWebhookOnNumber", service.text("use_inbound_webhook_on_number").equals("true"),
               "inboundRequestUrl", address(service, "inbound_request_url"), "fallbackUrl", address(service, "fallback_url"),
               "statusCallback", address(service, "status_callback"));
  }

  Map<String, Object> application(Resource application) {
    String messages = address(application, "message_status_callback");
    return map("sid", application.sid(), "friendlyName", application.text("friendly_name"),
               "smsUrl", address(application, "sms_url"), "smsFallbackUrl", address(application, "sms_fallback_url"),
               "messageStatusCallback", messages.isEmpty() ? address(application, "sms_status_callback") : messages,
               "voiceUrl", address(application, "voice_url"), "voiceFallbackUrl", address(application, "voice_fallback_url"),
               "statusCallback", address(application, "status_callback"));
  }

  /** A sink of Event Streams, with the types that its subscriptions are for. */
  Map<String, Object> sink(Resource sink) {
    Map<?, ?> configuration = (Map<?, ?>) sink.properties().get("sink_configuration");
    Object destination = configuration.get("destination");
    return map("sid", sink.sid(), "description", sink.text("description"),
               "destination", destination == null ? "" : shown(destination.toString()),
               "batches", "true".equals(String.valueOf(configuration.get("batch_events"))),
               "types", stores.subscriptions().all().stream().filter(one -> one.text("sink_sid").equals(sink.sid()))
                   .flatMap(one -> EventTypes.of(one).stream()).distinct().toList());
  }

  private static Map<String, Object> webhook(Resource sender) {
    Map<String, Object> webhook = map();
    ((Map<?, ?>) sender.properties().get("webhook")).forEach((name, value) -> webhook.put(name.toString(), value));
    return webhook;
  }

  private String service(String member, String property) {
    return stores.senderPools().find(member).map(one -> one.text(property)).map(sid -> name(stores.messagingServices(), sid))
        .orElse("");
  }

  private static String name(ResourceStore services, String sid) {
    return services.find(sid).map(one -> one.text("friendly_name")).orElse(sid);
  }

  private static boolean isIn(Resource service, Resource pooled) {
    return List.of(pooled.text("service_sid"), pooled.text("messaging_service_sid")).contains(service.sid());
  }

  private static String member(Resource pooled) {
    return pooled.text("phone_number").isEmpty() ? pooled.text("sender") : pooled.text("phone_number");
  }

  private static String address(Resource resource, String url, String application) {
    return Optional.of(resource.text(application)).filter(sid -> !sid.isEmpty()).orElseGet(() -> address(resource, url));
  }

  private static String address(Resource resource, String url) {
    return resource.text(url).isEmpty() ? "" : shown(resource.text(url));
  }

  private static String shown(String url) {
    return CallbackUrl.parse(url).signed(false);
  }
}
