package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;

/** The addresses of a messaging service, which serve the messages of all its senders. */
final class MessagingServiceWebhooks implements WebhookResource {

  static final WebhookSlot INBOUND_REQUEST_URL =
      WebhookSlot.of("inbound request URL", "/inbound_request_url", "/inbound_method", "InboundRequestUrl", "InboundMethod");
  static final WebhookSlot FALLBACK_URL =
      WebhookSlot.of("fallback URL", "/fallback_url", "/fallback_method", "FallbackUrl", "FallbackMethod");
  static final WebhookSlot STATUS_CALLBACK = WebhookSlot.post("status callback", "/status_callback", "StatusCallback");

  private final String sid;

  MessagingServiceWebhooks(String sid) {
    this.sid = sid;
  }

  @Override
  public String getDescription() {
    return "messaging service " + sid;
  }

  @Override
  public JsonNode fetch(TwilioConnection connection) {
    return new ApiResources(connection, Domains.MESSAGING).get(path());
  }

  @Override
  public Optional<String> winnerOver(TwilioConnection connection, JsonNode resource, WebhookSlot slot) {
    return slot != STATUS_CALLBACK && resource.path("use_inbound_webhook_on_number").asBoolean()
        ? Optional.of("the service leaves messages to the addresses of its numbers (use inbound webhook on number). Switch that "
            + "off, or set phoneNumber in place of the service") : Optional.empty();
  }

  @Override
  public void update(TwilioConnection connection, JsonNode resource, Map<String, String> values) {
    new ApiResources(connection, Domains.MESSAGING).change(path(), values);
  }

  private String path() {
    return "/v1/Services/" + ApiPath.segment(sid);
  }
}
