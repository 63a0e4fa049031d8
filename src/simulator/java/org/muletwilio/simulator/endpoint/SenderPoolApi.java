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
import java.util.List;
import java.util.Map;

/** Answers for the numbers in messaging services. A number is in one service at most. */
public final class SenderPoolApi {

  private static final String HOST = "https://messaging.twilio.com";
  private static final String NUMBERS = "/v1/Services/{service}/PhoneNumbers";

  private final ResourceStore services;
  private final ResourceStore numbers;
  private final ResourceStore pools;

  SenderPoolApi(ResourceStore services, ResourceStore numbers, ResourceStore pools) {
    this.services = services;
    this.numbers = numbers;
    this.pools = pools;
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", NUMBERS, this::add)
        .addWithoutAccount("GET", NUMBERS, this::list)
        .addWithoutAccount("GET", NUMBERS + "/{sid}", call -> ApiAnswer.json(200, find(call).properties()))
        .addWithoutAccount("DELETE", NUMBERS + "/{sid}", this::remove);
  }

  private Resource service(ApiRouter.Call call) {
    return services.find(call.account(), call.variable("service")).orElseThrow(call::notFound);
  }

  private Resource find(ApiRouter.Call call) {
    String service = service(call).sid();
    return pools.find(call.account(), call.variable("sid")).filter(number -> number.text("service_sid").equals(service))
        .orElseThrow(call::notFound);
  }

  private ApiAnswer add(ApiRouter.Call call) {
    String service = service(call).sid();
    String sid = call.form().filled("PhoneNumberSid")
        .orElseThrow(() -> ApiError.invalid(20001, "Missing required parameter PhoneNumberSid"));
    Resource number = numbers.find(call.account(), sid)
        .orElseThrow(() -> ApiError.invalid(21701, "The phone number " + sid + " was not found"));
    pools.find(sid).ifPresent(other -> {
      throw other.text("service_sid").equals(service)
          ? ApiError.invalid(21710, "The phone number is already in the messaging service")
          : ApiError.invalid(21712, "The phone number is in another messaging service");
    });
    return ApiAnswer.json(201, pools.add(pooled(number, service)).properties());
  }

  private ApiAnswer list(ApiRouter.Call call) {
    String service = service(call).sid();
    return Page.withMeta(HOST, call.request(), "phone_numbers", pools.newestFirst(call.account()).stream()
        .filter(number -> number.text("service_sid").equals(service)).toList());
  }

  private ApiAnswer remove(ApiRouter.Call call) {
    pools.remove(find(call).sid());
    return ApiAnswer.noContent();
  }

  /** A number in a messaging service. */
  public static Resource pooled(Resource number, String service) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", number.sid());
    properties.put("account_sid", number.accountSid());
    properties.put("service_sid", service);
    properties.put("phone_number", number.text("phone_number"));
    properties.put("country_code", "US");
    properties.put("capabilities", List.of("SMS", "MMS"));
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("url", HOST + "/v1/Services/" + service + "/PhoneNumbers/" + number.sid());
    return new Resource(properties);
  }
}
