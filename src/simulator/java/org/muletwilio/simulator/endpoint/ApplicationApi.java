package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The endpoints of applications: URLs that several numbers share. */
final class ApplicationApi {

  private static final List<String> SETTINGS = List
      .of("FriendlyName", "ApiVersion", "VoiceUrl", "VoiceMethod", "VoiceFallbackUrl", "VoiceFallbackMethod", "StatusCallback",
          "StatusCallbackMethod", "VoiceCallerIdLookup", "SmsUrl", "SmsMethod", "SmsFallbackUrl", "SmsFallbackMethod",
          "SmsStatusCallback", "MessageStatusCallback", "PublicApplicationConnectEnabled");

  private final ResourceStore applications;
  private final EditableResources resources;

  ApplicationApi(ResourceStore applications, UrlRules urls) {
    this.applications = applications;
    resources = new EditableResources(applications, SETTINGS, urls);
  }

  void register(ApiRouter router) {
    router.add("POST", "/Applications.json", this::create)
        .add("GET", "/Applications.json", this::list)
        .add("GET", "/Applications/{sid}.json", resources::fetch)
        .add("POST", "/Applications/{sid}.json", resources::update)
        .add("DELETE", "/Applications/{sid}.json", resources::delete);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    resources.check(call.form());
    return resources.add(application(call.account().sid()), call.form());
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = applications.newestFirst(call.account()).stream()
        .filter(one -> query.filled("FriendlyName").map(one.text("friendly_name")::equals).orElse(true)).toList();
    return Page.of(call.request(), "applications", found);
  }

  private static Resource application(String accountSid) {
    String sid = Sids.next("AP");
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("account_sid", accountSid);
    properties.put("friendly_name", sid);
    properties.put("api_version", "2010-04-01");
    properties.put("voice_url", null);
    properties.put("voice_method", "POST");
    properties.put("voice_fallback_url", null);
    properties.put("voice_fallback_method", "POST");
    properties.put("status_callback", null);
    properties.put("status_callback_method", "POST");
    properties.put("voice_caller_id_lookup", false);
    properties.put("sms_url", null);
    properties.put("sms_method", "POST");
    properties.put("sms_fallback_url", null);
    properties.put("sms_fallback_method", "POST");
    properties.put("sms_status_callback", null);
    properties.put("message_status_callback", null);
    properties.put("public_application_connect_enabled", false);
    properties.put("uri", "/2010-04-01/Accounts/" + accountSid + "/Applications/" + sid + ".json");
    return new Resource(properties);
  }
}
