package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for the WhatsApp and RCS senders in messaging services. A sender is in one service at most. */
public final class ChannelPoolApi {

  private static final String HOST = "https://messaging.twilio.com";
  private static final String SENDERS = "/v1/Services/{service}/ChannelSenders";
  private static final String SERVICE = "messaging_service_sid";

  private final ResourceStore services;
  private final ResourceStore senders;
  private final ResourceStore pools;

  ChannelPoolApi(ResourceStore services, ResourceStore senders, ResourceStore pools) {
    this.services = services;
    this.senders = senders;
    this.pools = pools;
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", SENDERS, this::add)
        .addWithoutAccount("GET", SENDERS, this::list)
        .addWithoutAccount("GET", SENDERS + "/{sid}", call -> ApiAnswer.json(200, find(call).properties()))
        .addWithoutAccount("DELETE", SENDERS + "/{sid}", this::remove);
  }

  private Resource service(ApiRouter.Call call) {
    return services.find(call.account(), call.variable("service")).orElseThrow(call::notFound);
  }

  private Resource find(ApiRouter.Call call) {
    String service = service(call).sid();
    return pools.find(call.account(), call.variable("sid")).filter(sender -> sender.text(SERVICE).equals(service))
        .orElseThrow(call::notFound);
  }

  private ApiAnswer add(ApiRouter.Call call) {
    String service = service(call).sid();
    String sid = EventStreamApi.required(call, "Sid");
    Resource sender = senders.find(call.account(), sid)
        .orElseThrow(() -> ApiError.invalid(20001, "There is no sender " + sid));
    if (pools.find(sid).isPresent()) {
      throw ApiError.invalid(21712, "The sender is in a messaging service");
    }
    return ApiAnswer.json(201, pools.add(pooled(sender, service)).properties());
  }

  /** A sender in a messaging service. */
  public static Resource pooled(Resource sender, String service) {
    String sid = sender.sid();
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", sender.accountSid());
    properties.put(SERVICE, service);
    properties.put("sender", sender.text("sender_id"));
    properties.put("sender_type", sender.text("sender_id").startsWith("rcs:") ? "RCS" : "WhatsApp");
    properties.put("country_code", null);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("url", HOST + "/v1/Services/" + service + "/ChannelSenders/" + sid);
    return new Resource(properties);
  }

  private ApiAnswer list(ApiRouter.Call call) {
    String service = service(call).sid();
    return Page.withMeta(HOST, call.request(), "senders", pools.newestFirst(call.account()).stream()
        .filter(sender -> sender.text(SERVICE).equals(service)).toList());
  }

  private ApiAnswer remove(ApiRouter.Call call) {
    pools.remove(find(call).sid());
    return ApiAnswer.noContent();
  }
}
