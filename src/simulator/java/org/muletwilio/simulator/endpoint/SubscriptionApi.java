package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for the subscriptions of Event Streams, and the events that each of them is for. */
final class SubscriptionApi {

  private static final String SUBSCRIPTIONS = "/v1/Subscriptions";
  private static final int FIRST_VERSION = 1;
  private static final String EVENTS = SUBSCRIPTIONS + "/{sid}/SubscribedEvents";

  private final ResourceStore sinks;
  private final ResourceStore subscriptions;

  SubscriptionApi(ResourceStore sinks, ResourceStore subscriptions) {
    this.sinks = sinks;
    this.subscriptions = subscriptions;
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", SUBSCRIPTIONS, this::create)
        .addWithoutAccount("GET", SUBSCRIPTIONS, this::list)
        .addWithoutAccount("GET", SUBSCRIPTIONS + "/{sid}", call -> ApiAnswer.json(200, shown(find(call))))
        .addWithoutAccount("POST", SUBSCRIPTIONS + "/{sid}", this::update)
        .addWithoutAccount("DELETE", SUBSCRIPTIONS + "/{sid}", this::delete)
        .addWithoutAccount("GET", EVENTS, this::events)
        .addWithoutAccount("POST", EVENTS, this::addEvent)
        .addWithoutAccount("GET", EVENTS + "/{type}", this::event)
        .addWithoutAccount("POST", EVENTS + "/{type}", this::changeEvent)
        .addWithoutAccount("DELETE", EVENTS + "/{type}", this::removeEvent);
  }

  private Resource find(ApiRouter.Call call) {
    return subscriptions.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    String sink = EventStreamApi.required(call, "SinkSid");
    sinks.find(call.account(), sink).orElseThrow(() -> ApiError.invalid(20001, "There is no sink " + sink));
    Map<String, Object> versions = new LinkedHashMap<>();
    call.form().all("Types").stream().map(JsonReader::object).forEach(type -> versions
        .put(known(String.valueOf(type.get("type"))), type.getOrDefault("schema_version", FIRST_VERSION)));
    List<String> types = List.copyOf(versions.keySet());
    if (types.isEmpty()) {
      throw ApiError.invalid(20001, "Missing required parameter Types");
    }
    String sid = Sids.next("DF");
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", call.account().sid());
    properties.put("description", EventStreamApi.required(call, "Description"));
    properties.put("sink_sid", sink);
    properties.put("types", types);
    properties.put("versions", versions);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("url", EventStreamApi.HOST + SUBSCRIPTIONS + "/" + sid);
    return ApiAnswer.json(201, shown(subscriptions.add(new Resource(properties))));
  }

  private ApiAnswer list(ApiRouter.Call call) {
    return Page.withMeta(EventStreamApi.HOST, call.request(), "subscriptions", subscriptions.newestFirst(call.account()).stream()
        .filter(one -> call.request().query().filled("SinkSid").map(one.text("sink_sid")::equals).orElse(true))
        .map(one -> new Resource(shown(one))).toList());
  }

  private ApiAnswer update(ApiRouter.Call call) {
    call.form().filled("SinkSid").filter(sink -> sinks.find(call.account(), sink).isEmpty()).ifPresent(sink -> {
      throw ApiError.invalid(20001, "There is no sink " + sink);
    });
    return ApiAnswer.json(200, shown(subscriptions.update(find(call).sid(), old -> old
        .with("description", call.form().filled("Description").orElse(old.text("description")))
        .with("sink_sid", call.form().filled("SinkSid").orElse(old.text("sink_sid")))).orElseThrow(call::notFound)));
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    subscriptions.remove(find(call).sid());
    return ApiAnswer.noContent();
  }

  private ApiAnswer events(ApiRouter.Call call) {
    Resource subscription = find(call);
    return Page.withMeta(EventStreamApi.HOST, call.request(), "types", EventTypes.of(subscription).stream()
        .map(type -> event(subscription, type)).toList());
  }

  private ApiAnswer event(ApiRouter.Call call) {
    return ApiAnswer.json(200, event(subscribed(call), call.variable("type")).properties());
  }

  private ApiAnswer addEvent(ApiRouter.Call call) {
    String type = known(EventStreamApi.required(call, "Type"));
    return ApiAnswer.json(201, event(change(find(call), type, version(call)), type).properties());
  }

  /** Of an event, its schema's version can be changed. */
  private ApiAnswer changeEvent(ApiRouter.Call call) {
    return ApiAnswer.json(200, event(change(subscribed(call), call.variable("type"), version(call)), call.variable("type"))
        .properties());
  }

  /** A subscription without events is not possible. */
  private ApiAnswer removeEvent(ApiRouter.Call call) {
    Resource subscription = subscribed(call);
    if (EventTypes.of(subscription).size() == 1) {
      throw ApiError.invalid(20001, "The last event of a subscription can't be removed");
    }
    change(subscription, call.variable("type"), Optional.empty());
    return ApiAnswer.noContent();
  }

  private Resource subscribed(ApiRouter.Call call) {
    Resource subscription = find(call);
    if (!EventTypes.of(subscription).contains(call.variable("type"))) {
      throw call.notFound();
    }
    return subscription;
  }

  private static Optional<Object> version(ApiRouter.Call call) {
    return Optional.of(call.form().filled("SchemaVersion").<Object>map(Integer::valueOf).orElse(FIRST_VERSION));
  }

  /** @param version the event's, or empty to remove it */
  private Resource change(Resource subscription, String type, Optional<Object> version) {
    return subscriptions.update(subscription.sid(), old -> {
      Map<String, Object> versions = versions(old);
      versions.remove(type);
      version.ifPresent(number -> versions.put(type, number));
      return old.with("types", List.copyOf(versions.keySet())).with("versions", versions);
    }).orElse(subscription);
  }

  private static Map<String, Object> versions(Resource subscription) {
    Map<String, Object> versions = new LinkedHashMap<>();
    ((Map<?, ?>) subscription.properties().get("versions")).forEach((type, version) -> versions.put(type.toString(), version));
    return versions;
  }

  private static String known(String type) {
    if (!EventTypes.ALL.contains(type)) {
      throw ApiError.invalid(20001, "There is no event type " + type);
    }
    return type;
  }

  private static Resource event(Resource subscription, String type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", type);
    properties.put("account_sid", subscription.accountSid());
    properties.put("subscription_sid", subscription.sid());
    properties.put("type", type);
    properties.put("schema_version", versions(subscription).get(type));
    properties.put("url", EventStreamApi.HOST + SUBSCRIPTIONS + "/" + subscription.sid() + "/SubscribedEvents/" + type);
    return new Resource(properties);
  }

  /** Its events are a resource of their own. */
  private static Map<String, Object> shown(Resource subscription) {
    Map<String, Object> properties = new LinkedHashMap<>(subscription.properties());
    properties.remove("types");
    properties.remove("versions");
    return properties;
  }
}
