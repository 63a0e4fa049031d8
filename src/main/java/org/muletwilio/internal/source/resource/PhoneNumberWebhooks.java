package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.source.registration.RegistrationConflictException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;

/** The addresses of a number of the account. A trunk, an application or a messaging service may win over them. */
final class PhoneNumberWebhooks implements WebhookResource {

  static final WebhookSlot SMS_URL = WebhookSlot.of("SMS URL", "/sms_url", "/sms_method", "SmsUrl", "SmsMethod");
  static final WebhookSlot SMS_FALLBACK_URL =
      WebhookSlot.of("SMS fallback URL", "/sms_fallback_url", "/sms_fallback_method", "SmsFallbackUrl", "SmsFallbackMethod");
  static final WebhookSlot VOICE_URL = WebhookSlot.of("voice URL", "/voice_url", "/voice_method", "VoiceUrl", "VoiceMethod");
  static final WebhookSlot VOICE_FALLBACK_URL =
      WebhookSlot.of("voice fallback URL", "/voice_fallback_url", "/voice_fallback_method", "VoiceFallbackUrl",
                     "VoiceFallbackMethod");
  static final WebhookSlot STATUS_CALLBACK =
      WebhookSlot.of("status callback", "/status_callback", "/status_callback_method", "StatusCallback", "StatusCallbackMethod");

  private final String number;

  /** @param number in E.164 format, or the SID */
  PhoneNumberWebhooks(String number) {
    this.number = number;
  }

  @Override
  public String getDescription() {
    return "number " + number;
  }

  @Override
  public JsonNode fetch(TwilioConnection connection) throws RegistrationConflictException {
    ApiResources api = new ApiResources(connection, Domains.API);
    if (!number.startsWith("+")) {
      return api.get(path(connection, number));
    }
    // Twilio's answer holds longer numbers that contain this one, too, and may have many pages of them
    Map<String, String> query = new HashMap<>();
    query.put("PhoneNumber", number);
    query.put("PageSize", "1000");
    JsonNode found = api.find(ApiResources.accountPath(connection, "/IncomingPhoneNumbers.json"), query,
        "incoming_phone_numbers", each -> number.equals(each.path("phone_number").asText()))
        .orElseThrow(() -> new RegistrationConflictException("the account " + connection.getAccountSid() + " has no number "
            + number + ": set phoneNumber to one of its numbers, in E.164 format, or to its SID"));
    // a list may be behind
    return api.get(path(connection, ApiResources.sidOf(found)));
  }

  @Override
  public Optional<String> winnerOver(TwilioConnection connection, JsonNode resource, WebhookSlot slot) {
    return slot == SMS_URL || slot == SMS_FALLBACK_URL ? winnerOverMessages(connection, resource) : winnerOverCalls(resource);
  }

  @Override
  public void update(TwilioConnection connection, JsonNode resource, Map<String, String> values) {
    new ApiResources(connection, Domains.API).change(path(connection, ApiResources.sidOf(resource)), values);
  }

  private static Optional<String> winnerOverCalls(JsonNode resource) {
    String trunk = resource.path("trunk_sid").asText("");
    if (!trunk.isEmpty()) {
      return Optional.of("the SIP trunk " + trunk + " takes the number's calls. Take the number out of the trunk");
    }
    return applicationOver(resource.path("voice_application_sid").asText(""), "calls");
  }

  private static Optional<String> winnerOverMessages(TwilioConnection connection, JsonNode resource) {
    Optional<String> service = MessagingServicePool.ofNumbers().winnerOver(connection, ApiResources.sidOf(resource));
    return service.isPresent() ? service : applicationOver(resource.path("sms_application_sid").asText(""), "messages");
  }

  private static Optional<String> applicationOver(String application, String what) {
    return application.isEmpty() ? Optional.empty() : Optional.of("the number leaves its " + what + " to application "
        + application + ". Set applicationSid=\"" + application
        + "\" in place of the number, or take the application off the number");
  }

  private static String path(TwilioConnection connection, String sid) {
    return ApiResources.accountPath(connection, "/IncomingPhoneNumbers/" + ApiPath.segment(sid) + ".json");
  }
}
