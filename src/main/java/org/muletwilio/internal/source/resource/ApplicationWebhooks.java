package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;

/** The addresses of an application (TwiML app), which serve the numbers and clients that name it. */
final class ApplicationWebhooks implements WebhookResource {

  static final WebhookSlot MESSAGE_STATUS_CALLBACK =
      WebhookSlot.post("message status callback", "/message_status_callback", "MessageStatusCallback");

  private final String sid;

  ApplicationWebhooks(String sid) {
    this.sid = sid;
  }

  @Override
  public String getDescription() {
    return "application " + sid;
  }

  @Override
  public JsonNode fetch(TwilioConnection connection) {
    return new ApiResources(connection, Domains.API).get(path(connection));
  }

  @Override
  public void update(TwilioConnection connection, JsonNode resource, Map<String, String> values) {
    new ApiResources(connection, Domains.API).change(path(connection), values);
  }

  private String path(TwilioConnection connection) {
    return ApiResources.accountPath(connection, "/Applications/" + ApiPath.segment(sid) + ".json");
  }
}
