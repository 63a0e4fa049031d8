package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for WhatsApp and RCS senders, which are sent as JSON. */
public final class ChannelSenderApi {

  private static final String HOST = "https://messaging.twilio.com";
  private static final String SENDERS = "/v2/Channels/Senders";
  private static final List<String> CHANNELS = List.of("whatsapp", "rcs");

  private final ResourceStore senders;
  private final UrlRules urls;

  ChannelSenderApi(ResourceStore senders, UrlRules urls) {
    this.senders = senders;
    this.urls = urls;
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", SENDERS, this::create)
        .addWithoutAccount("GET", SENDERS, this::list)
        .addWithoutAccount("GET", SENDERS + "/{sid}", call -> ApiAnswer.json(200, find(call).properties()))
        .addWithoutAccount("POST", SENDERS + "/{sid}", this::update)
        .addWithoutAccount("DELETE", SENDERS + "/{sid}", this::delete);
  }

  private Resource find(ApiRouter.Call call) {
    return senders.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    Map<String, Object> body = JsonReader.object(call.request().body());
    String senderId = String.valueOf(body.get("sender_id"));
    if (!isSender(senderId)) {
      throw ApiError.invalid(63100, "sender_id is not valid: " + senderId);
    }
    return ApiAnswer.json(202, senders.add(sender(call.account().sid(), senderId).with("webhook", webhook(Map.of(), body)))
        .properties());
  }

  /** Whether a text is a channel and what a sender is called there, such as whatsapp:+15005550006 or rcs:brand. */
  public static boolean isSender(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 && CHANNELS.contains(text.substring(0, colon));
  }

  /** Where an account's sender tells of the statuses of what it sends. */
  public static Optional<String> statusCallback(ResourceStore senders, String senderId) {
    return senders.all().stream().filter(one -> one.text("sender_id").equals(senderId)).findFirst()
        .map(one -> ((Map<?, ?>) one.properties().get("webhook")).get("status_callback_url")).map(Object::toString)
        .filter(url -> !url.isEmpty());
  }

  /** A new sender, without addresses. */
  public static Resource sender(String accountSid, String senderId) {
    String sid = Sids.next("XE");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", accountSid);
    properties.put("sender_id", senderId);
    properties.put("status", "ONLINE");
    properties.put("webhook", Map.of());
    properties.put("url", HOST + SENDERS + "/" + sid);
    return new Resource(properties);
  }

  private ApiAnswer list(ApiRouter.Call call) {
    String channel = call.request().query().filled("Channel")
        .orElseThrow(() -> ApiError.invalid(20001, "Missing required parameter Channel"));
    return Page.withMeta(HOST, call.request(), "senders", senders.newestFirst(call.account()).stream()
        .filter(sender -> sender.text("sender_id").startsWith(channel + ":")).toList());
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Map<String, Object> body = JsonReader.object(call.request().body());
    return ApiAnswer.json(202, senders.update(find(call).sid(), old -> old
        .with("webhook", webhook((Map<?, ?>) old.properties().get("webhook"), body))).orElseThrow(call::notFound).properties());
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    senders.remove(find(call).sid());
    return ApiAnswer.noContent();
  }

  /** The object is replaced as a whole. */
  private Map<?, ?> webhook(Map<?, ?> before, Map<String, Object> body) {
    if (!(body.get("webhook") instanceof Map<?, ?> webhook)) {
      return before;
    }
    webhook.forEach((name, value) -> {
      if (name.toString().endsWith("url") && value != null && !value.toString().isEmpty() && !urls.accept(value.toString())) {
        throw ApiError.invalid(21502, name + " is not a valid URL: " + value);
      }
    });
    return webhook;
  }
}
