package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.resource.Dates;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The account endpoint. As at Twilio it takes auth tokens alone: API keys of the standard kind can't read accounts. */
final class AccountApi {

  private final String created = Dates.rfc2822(Instant.now());

  void register(ApiRouter router) {
    router.add("GET", ".json", this::fetch);
  }

  private ApiAnswer fetch(ApiRouter.Call call) {
    String sid = call.account().sid();
    if (!call.request().user().filter(sid::equals).isPresent()) {
      throw ApiError.authenticate();
    }
    String uri = "/2010-04-01/Accounts/" + sid;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("sid", sid);
    body.put("friendly_name", "Simulated account");
    body.put("status", "active");
    body.put("type", "Full");
    body.put("owner_account_sid", sid);
    body.put("auth_token", call.account().authToken());
    body.put("date_created", created);
    body.put("date_updated", created);
    body.put("subresource_uris", Map.of("messages", uri + "/Messages.json", "calls", uri + "/Calls.json"));
    body.put("uri", uri + ".json");
    return ApiAnswer.json(200, body);
  }
}
