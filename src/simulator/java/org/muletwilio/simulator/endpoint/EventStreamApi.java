package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for the sinks and types of Event Streams. */
final class EventStreamApi {

  static final String HOST = "https://events.twilio.com";
  private static final String SINKS = "/v1/Sinks";

  private final ResourceStore sinks;
  private final ResourceStore subscriptions;
  private final UrlRules urls;

  EventStreamApi(ResourceStore sinks, ResourceStore subscriptions, UrlRules urls) {
    this.sinks = sinks;
    this.subscriptions = subscriptions;
    this.urls = urls;
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", SINKS, this::create)
        .addWithoutAccount("GET", SINKS, call -> Page.withMeta(HOST, call.request(), "sinks", sinks.newestFirst(call.account())))
        .addWithoutAccount("GET", SINKS + "/{sid}", call -> ApiAnswer.json(200, find(call).properties()))
        .addWithoutAccount("POST", SINKS + "/{sid}", this::update)
        .addWithoutAccount("DELETE", SINKS + "/{sid}", this::delete)
        .addWithoutAccount("GET", "/v1/Types", call -> Page.withMeta(HOST, call.request(), "types", EventTypes.resources()));
  }

  private Resource find(ApiRouter.Call call) {
    return sinks.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    String description = required(call, "Description");
    String type = required(call, "SinkType");
    Map<String, Object> configuration = JsonReader.object(required(call, "SinkConfiguration"));
    if (type.equals("webhook") && !urls.accept(String.valueOf(configuration.get("destination")))) {
      throw ApiError.invalid(20001, "destination is not a valid URL: " + configuration.get("destination"));
    }
    String sid = Sids.next("DG");
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", call.account().sid());
    properties.put("description", description);
    properties.put("sink_type", type);
    properties.put("sink_configuration", configuration);
    properties.put("status", "active");
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("url", HOST + SINKS + "/" + sid);
    return ApiAnswer.json(201, sinks.add(new Resource(properties)).properties());
  }

  /** Nothing but the description can be changed. */
  private ApiAnswer update(ApiRouter.Call call) {
    String description = required(call, "Description");
    return ApiAnswer.json(200, sinks.update(find(call).sid(), old -> old.with("description", description))
        .orElseThrow(call::notFound).properties());
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    String sid = find(call).sid();
    if (subscriptions.all().stream().anyMatch(one -> one.text("sink_sid").equals(sid))) {
      throw ApiError.invalid(91007, "Sink " + sid + " can't be deleted: it is still in use");
    }
    sinks.remove(sid);
    return ApiAnswer.noContent();
  }

  static String required(ApiRouter.Call call, String name) {
    return call.form().filled(name).orElseThrow(() -> ApiError.invalid(20001, "Missing required parameter " + name));
  }
}
