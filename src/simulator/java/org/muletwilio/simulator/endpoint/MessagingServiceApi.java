package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The endpoints of messaging services, which at Twilio are on another host. */
public final class MessagingServiceApi {

  private static final String HOST = "https://messaging.twilio.com";
  private static final List<String> SETTINGS = List
      .of("FriendlyName", "InboundRequestUrl", "InboundMethod", "FallbackUrl", "FallbackMethod", "StatusCallback", "StickySender",
          "MmsConverter", "SmartEncoding", "AreaCodeGeomatch", "ValidityPeriod", "UseInboundWebhookOnNumber", "Usecase");

  private final ResourceStore services;
  private final EditableResources resources;

  MessagingServiceApi(ResourceStore services, UrlRules urls) {
    this.services = services;
    resources = new EditableResources(services, SETTINGS, urls);
  }

  void register(ApiRouter router) {
    router.addWithoutAccount("POST", "/v1/Services", this::create)
        .addWithoutAccount("GET", "/v1/Services", this::list)
        .addWithoutAccount("GET", "/v1/Services/{sid}", resources::fetch)
        .addWithoutAccount("POST", "/v1/Services/{sid}", resources::update)
        .addWithoutAccount("DELETE", "/v1/Services/{sid}", resources::delete);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    resources.check(call.form());
    call.form().filled("FriendlyName").orElseThrow(() -> ApiError.invalid(20001, "Missing required parameter FriendlyName"));
    return resources.add(service(call.account().sid(), Sids.next("MG")), call.form());
  }

  private ApiAnswer list(ApiRouter.Call call) {
    return Page.withMeta(HOST, call.request(), "services", services.newestFirst(call.account()));
  }

  /** A new messaging service. */
  public static Resource service(String accountSid, String sid) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", accountSid);
    properties.put("friendly_name", sid);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("inbound_request_url", null);
    properties.put("inbound_method", "POST");
    properties.put("fallback_url", null);
    properties.put("fallback_method", "POST");
    properties.put("status_callback", null);
    properties.put("sticky_sender", true);
    properties.put("mms_converter", true);
    properties.put("smart_encoding", true);
    properties.put("scan_message_content", "inherit");
    properties.put("area_code_geomatch", true);
    properties.put("validity_period", 36000);
    properties.put("synchronous_validation", false);
    properties.put("use_inbound_webhook_on_number", false);
    properties.put("usecase", "undeclared");
    properties.put("us_app_to_person_registered", false);
    properties.put("url", HOST + "/v1/Services/" + sid);
    properties.put("links", Map.of("phone_numbers", HOST + "/v1/Services/" + sid + "/PhoneNumbers"));
    return new Resource(properties);
  }
}
