package org.muletwilio.simulator.message;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Creates messages as the API represents them. */
public final class MessageResources {

  private MessageResources() {}

  /** A message that a request to the API creates. */
  public static Resource outbound(String accountSid, Form form) {
    Optional<String> service = form.filled("MessagingServiceSid");
    String first = service.isPresent() ? "accepted" : "queued";
    return message(accountSid, form.filled("From"), form.first("To").orElse(""), form.first("Body").orElse(""),
                   form.all("MediaUrl").size(), "outbound-api")
                       .with("messaging_service_sid", service.orElse(null))
                       .with("num_segments", service.isPresent() ? "0" : "1")
                       .with("status", form.filled("SendAt").isPresent() ? "scheduled" : first);
  }

  /** @param direction inbound, outbound-api or outbound-reply */
  public static Resource message(String accountSid, Optional<String> from, String to, String body, int media, String direction) {
    String sid = Sids.next(media > 0 ? "MM" : "SM");
    String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + sid;
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("account_sid", accountSid);
    properties.put("api_version", "2010-04-01");
    properties.put("body", body);
    properties.put("date_created", now);
    properties.put("date_sent", null);
    properties.put("date_updated", now);
    properties.put("direction", direction);
    properties.put("error_code", null);
    properties.put("error_message", null);
    properties.put("from", from.orElse(null));
    properties.put("messaging_service_sid", null);
    properties.put("num_media", String.valueOf(media));
    properties.put("num_segments", "1");
    properties.put("price", null);
    properties.put("price_unit", null);
    properties.put("sid", sid);
    properties.put("status", direction.equals("inbound") ? "received" : "queued");
    properties.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    properties.put("to", to);
    properties.put("uri", uri + ".json");
    return new Resource(properties);
  }
}
