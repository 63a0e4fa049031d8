package org.muletwilio.internal.source.resource;

import static java.util.Collections.singletonMap;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;

/** Finds the messaging service that a number is in. Twilio has no such question, so that each service is asked for the number. */
public final class MessagingServicePool {

  private static final SafeLogger LOGGER = SafeLogger.of(MessagingServicePool.class);
  /** One request each. */
  private static final int MOST_SERVICES = 50;

  private MessagingServicePool() {}

  /**
   * @param connection the account
   * @param numberSid a number's SID
   * @return the messaging service that takes the number's messages, and what to do; empty where none does, or where the
   *         credentials may not ask
   */
  public static Optional<String> winnerOver(TwilioConnection connection, String numberSid) {
    try {
      return find(new ApiResources(connection, Domains.MESSAGING), numberSid);
    } catch (TwilioException e) {
      if (e.getType() != TwilioError.FORBIDDEN) {
        throw e;
      }
      LOGGER.info("The credentials may not ask for messaging services: if number {} is in one, Twilio does not call its own "
          + "SMS URL", numberSid);
      return Optional.empty();
    }
  }

  private static Optional<String> find(ApiResources api, String numberSid) {
    List<JsonNode> services = api.list("/v1/Services", singletonMap("PageSize", "100"), "services");
    int asked = 0;
    for (JsonNode service : services) {
      // such a service asks the number's own address
      if (service.path("use_inbound_webhook_on_number").asBoolean()) {
        continue;
      }
      if (asked++ == MOST_SERVICES) {
        LOGGER.info("Number {} is in none of {} messaging services, of {} in all: if it is in another one, Twilio does not call "
            + "its own SMS URL", numberSid, MOST_SERVICES, services.size());
        return Optional.empty();
      }
      String sid = ApiResources.sidOf(service);
      if (has(api, sid, numberSid)) {
        return Optional.of("the number is in messaging service '" + service.path("friendly_name").asText() + "' (" + sid
            + "), which takes its messages. Set messagingServiceSid=\"" + sid + "\" in place of the number, or let the service "
            + "use the inbound webhook of its numbers (useInboundWebhookOnNumber)");
      }
    }
    return Optional.empty();
  }

  private static boolean has(ApiResources api, String serviceSid, String numberSid) {
    try {
      api.get("/v1/Services/" + ApiPath.segment(serviceSid) + "/PhoneNumbers/" + ApiPath.segment(numberSid));
      return true;
    } catch (TwilioException e) {
      if (e.getType() == TwilioError.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
