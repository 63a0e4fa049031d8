package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.source.registration.RegistrationConflictException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.Domains;

/** The addresses of a WhatsApp or RCS sender of the account, which are changed together, as one object. */
final class ChannelSenderWebhooks implements WebhookResource {

  static final WebhookSlot CALLBACK_URL =
      WebhookSlot.of("callback URL", "/webhook/callback_url", "/webhook/callback_method", "callback_url", "callback_method");
  static final WebhookSlot FALLBACK_URL =
      WebhookSlot.of("fallback URL", "/webhook/fallback_url", "/webhook/fallback_method", "fallback_url", "fallback_method");
  static final WebhookSlot STATUS_CALLBACK_URL = WebhookSlot.of("status callback URL", "/webhook/status_callback_url",
      "/webhook/status_callback_method", "status_callback_url", "status_callback_method");

  private static final String SENDERS = "/v2/Channels/Senders";
  private static final String WEBHOOK = "webhook";

  private final String sender;

  /** @param sender its address, such as whatsapp:+15005550006 or rcs:brand, or its SID */
  ChannelSenderWebhooks(String sender) {
    this.sender = sender;
  }

  @Override
  public String getDescription() {
    return "sender " + sender;
  }

  /** All addresses of a sender are sent as one object. The same sender may be given by its address and by its SID. */
  @Override
  public Optional<String> getSharedResource() {
    return Optional.of("WhatsApp and RCS senders");
  }

  @Override
  public JsonNode fetch(TwilioConnection connection) throws RegistrationConflictException {
    ApiResources api = new ApiResources(connection, Domains.MESSAGING);
    int channelEnd = sender.indexOf(':');
    if (channelEnd < 0) {
      return api.get(path(sender));
    }
    Map<String, String> query = new HashMap<>();
    query.put("Channel", sender.substring(0, channelEnd));
    query.put("PageSize", "100");
    JsonNode found = api.find(SENDERS, query, "senders", each -> sender.equals(each.path("sender_id").asText()))
        .orElseThrow(() -> new RegistrationConflictException("the account " + connection.getAccountSid() + " has no sender "
            + sender + ": set sender to one of its WhatsApp or RCS senders, such as whatsapp:+15005550006, or to its SID"));
    return api.get(path(ApiResources.sidOf(found)));
  }

  /** A service asks its own address for the messages of all its senders. Of statuses Twilio does not say which address wins. */
  @Override
  public Optional<String> winnerOver(TwilioConnection connection, JsonNode resource, WebhookSlot slot) {
    return slot == STATUS_CALLBACK_URL ? Optional.empty()
        : MessagingServicePool.ofSenders().winnerOver(connection, ApiResources.sidOf(resource));
  }

  @Override
  public void update(TwilioConnection connection, JsonNode resource, Map<String, String> values) {
    ObjectNode body = connection.getMapper().createObjectNode();
    ObjectNode webhook = body.putObject(WEBHOOK);
    resource.path(WEBHOOK).fields().forEachRemaining(field -> {
      if (!field.getValue().isNull()) {
        webhook.set(field.getKey(), field.getValue());
      }
    });
    values.forEach(webhook::put);
    new ApiResources(connection, Domains.MESSAGING).changeByJson(path(ApiResources.sidOf(resource)), body);
  }

  private static String path(String sid) {
    return SENDERS + "/" + ApiPath.segment(sid);
  }
}
