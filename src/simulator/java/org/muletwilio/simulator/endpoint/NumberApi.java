package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoints of the account's phone numbers. */
public final class NumberApi {

  private static final List<String> SETTINGS = List
      .of("FriendlyName", "SmsApplicationSid", "SmsFallbackMethod", "SmsFallbackUrl", "SmsMethod", "SmsUrl", "StatusCallback",
          "StatusCallbackMethod", "VoiceApplicationSid", "VoiceCallerIdLookup", "VoiceFallbackMethod", "VoiceFallbackUrl",
          "VoiceMethod", "VoiceUrl", "EmergencyStatus", "EmergencyAddressSid", "TrunkSid", "IdentitySid", "AddressSid",
          "VoiceReceiveMode", "BundleSid");

  private final ResourceStore numbers;
  private final EditableResources resources;
  private final AtomicInteger bought = new AtomicInteger();

  NumberApi(ResourceStore numbers, UrlRules urls) {
    this.numbers = numbers;
    resources = new EditableResources(numbers, SETTINGS, urls);
  }

  void register(ApiRouter router) {
    for (String type : List.of("Local", "Mobile", "TollFree")) {
      router.add("POST", "/IncomingPhoneNumbers/" + type + ".json", this::create)
          .add("GET", "/IncomingPhoneNumbers/" + type + ".json", this::list);
    }
    router.add("POST", "/IncomingPhoneNumbers.json", this::create)
        .add("GET", "/IncomingPhoneNumbers.json", this::list)
        .add("GET", "/IncomingPhoneNumbers/{sid}.json", resources::fetch)
        .add("POST", "/IncomingPhoneNumbers/{sid}.json", resources::update)
        .add("DELETE", "/IncomingPhoneNumbers/{sid}.json", resources::delete);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    Form form = call.form();
    resources.check(form);
    String phoneNumber = form.filled("PhoneNumber").map(this::available).or(() -> form.filled("AreaCode").map(this::fromArea))
        .orElseThrow(() -> ApiError.invalid(20001, "PhoneNumber or AreaCode is required."));
    return resources.add(number(call.account().sid(), phoneNumber), form);
  }

  private String available(String phoneNumber) {
    if (phoneNumber.equals("+15005550001") || !PhoneNumbers.valid(phoneNumber)) {
      throw ApiError.invalid(21421, "PhoneNumber is invalid: " + phoneNumber);
    }
    boolean taken = numbers.all().stream().anyMatch(number -> number.text("phone_number").equals(phoneNumber));
    if (phoneNumber.equals("+15005550000") || taken) {
      throw ApiError.invalid(21422, "PhoneNumber is not available: " + phoneNumber);
    }
    return phoneNumber;
  }

  private String fromArea(String areaCode) {
    if (areaCode.equals("533")) {
      throw ApiError.invalid(21452, "No phone numbers found in area code " + areaCode);
    }
    if (areaCode.length() != 3 || !areaCode.chars().allMatch(Character::isDigit)) {
      throw ApiError.invalid(21451, "Invalid area code: " + areaCode);
    }
    return "+1" + areaCode + String.format("555%04d", 1000 + bought.incrementAndGet());
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = numbers.newestFirst(call.account()).stream()
        .filter(number -> query.filled("PhoneNumber").map(number.text("phone_number")::contains).orElse(true))
        .filter(number -> query.filled("FriendlyName").map(number.text("friendly_name")::equals).orElse(true)).toList();
    return Page.of(call.request(), "incoming_phone_numbers", found);
  }

  public static Resource number(String accountSid, String phoneNumber) {
    String sid = Sids.next("PN");
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", accountSid);
    properties.put("friendly_name", phoneNumber);
    properties.put("phone_number", phoneNumber);
    properties.put("voice_url", null);
    properties.put("voice_method", "POST");
    properties.put("voice_fallback_url", null);
    properties.put("voice_fallback_method", "POST");
    properties.put("voice_caller_id_lookup", false);
    properties.put("voice_application_sid", null);
    properties.put("voice_receive_mode", "voice");
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("sms_url", null);
    properties.put("sms_method", "POST");
    properties.put("sms_fallback_url", null);
    properties.put("sms_fallback_method", "POST");
    properties.put("sms_application_sid", null);
    properties.put("capabilities", Map.of("voice", true, "sms", true, "mms", true, "fax", false));
    properties.put("beta", false);
    properties.put("status_callback", null);
    properties.put("status_callback_method", "POST");
    properties.put("api_version", "2010-04-01");
    properties.put("trunk_sid", null);
    properties.put("emergency_status", "Inactive");
    properties.put("emergency_address_sid", null);
    properties.put("emergency_address_status", "unregistered");
    properties.put("address_requirements", "none");
    properties.put("address_sid", null);
    properties.put("identity_sid", null);
    properties.put("bundle_sid", null);
    properties.put("origin", "twilio");
    properties.put("status", "in-use");
    properties.put("type", null);
    properties.put("uri", "/2010-04-01/Accounts/" + accountSid + "/IncomingPhoneNumbers/" + sid + ".json");
    return new Resource(properties);
  }
}
