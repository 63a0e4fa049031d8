package org.muletwilio.simulator.call;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Creates calls as the API represents them. */
public final class CallResources {

  private CallResources() {}

  /** @param direction outbound-api, outbound-dial or inbound */
  public static Resource call(String accountSid, String from, String to, String direction, Optional<String> parentSid) {
    String sid = Sids.next("CA");
    String uri = "/2010-04-01/Accounts/" + accountSid + "/Calls/" + sid;
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("parent_call_sid", parentSid.orElse(null));
    properties.put("account_sid", accountSid);
    properties.put("to", to);
    properties.put("to_formatted", to);
    properties.put("from", from);
    properties.put("from_formatted", from);
    properties.put("phone_number_sid", null);
    properties.put("status", direction.equals("inbound") ? "ringing" : "queued");
    properties.put("start_time", null);
    properties.put("end_time", null);
    properties.put("duration", null);
    properties.put("price", null);
    properties.put("price_unit", "USD");
    properties.put("direction", direction);
    properties.put("answered_by", null);
    properties.put("api_version", "2010-04-01");
    properties.put("forwarded_from", null);
    properties.put("group_sid", null);
    properties.put("caller_name", null);
    properties.put("queue_time", "0");
    properties.put("trunk_sid", null);
    properties.put("uri", uri + ".json");
    properties.put("subresource_uris",
                   Map.of("recordings", uri + "/Recordings.json", "transcriptions", uri + "/Transcriptions.json"));
    return new Resource(properties);
  }
}
