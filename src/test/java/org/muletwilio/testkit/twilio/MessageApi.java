package org.muletwilio.testkit.twilio;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers for messages. */
final class MessageApi {

  private final ResourceStore messages;
  private final MessageRules rules;
  private final MessageLife life;

  MessageApi(ResourceStore messages, MessageRules rules, MessageLife life) {
    this.messages = messages;
    this.rules = rules;
    this.life = life;
  }

  void register(ApiRouter router) {
    router.add("POST", "/Messages.json", this::create)
        .add("GET", "/Messages.json", this::list)
        .add("GET", "/Messages/{sid}.json", call -> ApiAnswer.json(200, find(call).properties()))
        .add("POST", "/Messages/{sid}.json", this::update)
        .add("DELETE", "/Messages/{sid}.json", this::delete);
  }

  private Resource find(ApiRouter.Call call) {
    return messages.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    rules.check(call.form());
    Resource message = messages.add(message(call.account(), call.form()));
    life.begin(message, call.form().filled("StatusCallback"));
    return ApiAnswer.json(201, message.properties());
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = messages.newestFirst(call.account()).stream()
        .filter(message -> matches(query, "To", message) && matches(query, "From", message)).toList();
    return Page.of(call.request(), "messages", found);
  }

  private static boolean matches(Form query, String name, Resource message) {
    return query.filled(name).map(wanted -> wanted.equals(message.text(name.toLowerCase(Locale.ROOT)))).orElse(true);
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Resource message = find(call);
    if (call.form().first("Status").isPresent()) {
      message = life.cancel(message.sid())
          .orElseThrow(() -> ApiError.invalid(30409, "The message is not in a state that can be canceled."));
    }
    Optional<String> body = call.form().first("Body");
    if (body.isPresent()) {
      message = messages.update(message.sid(), old -> old.with("body", body.get())).orElseThrow(call::notFound);
    }
    return ApiAnswer.json(200, message.properties());
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    messages.remove(find(call).sid());
    return ApiAnswer.noContent();
  }

  private static Resource message(Account account, Form form) {
    int media = form.all("MediaUrl").size();
    String sid = Sids.next(media > 0 ? "MM" : "SM");
    String uri = "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + sid;
    String now = Dates.rfc2822(Instant.now());
    Optional<String> service = form.filled("MessagingServiceSid");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("account_sid", account.sid());
    properties.put("api_version", "2010-04-01");
    properties.put("body", form.first("Body").orElse(""));
    properties.put("date_created", now);
    properties.put("date_sent", null);
    properties.put("date_updated", now);
    properties.put("direction", "outbound-api");
    properties.put("error_code", null);
    properties.put("error_message", null);
    properties.put("from", form.filled("From").orElse(null));
    properties.put("messaging_service_sid", service.orElse(null));
    properties.put("num_media", String.valueOf(media));
    properties.put("num_segments", service.isPresent() ? "0" : "1");
    properties.put("price", null);
    properties.put("price_unit", null);
    properties.put("sid", sid);
    properties.put("status", form.filled("SendAt").isPresent() ? "scheduled" : service.isPresent() ? "accepted" : "queued");
    properties.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    properties.put("to", form.filled("To").orElse(null));
    properties.put("uri", uri + ".json");
    return new Resource(properties);
  }
}
