package org.muletwilio.internal.source.resource;

import static java.util.Collections.singletonMap;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;

/**
 * Finds the messaging service that a number or sender is in. Twilio has no such question, so that each service is asked for it.
 */
public final class MessagingServicePool {

  private static final SafeLogger LOGGER = SafeLogger.of(MessagingServicePool.class);
  /** One request each. */
  private static final int MOST_SERVICES = 50;

  private final String pool;
  private final String what;
  private final String ownAddress;

  private MessagingServicePool(String pool, String what, String ownAddress) {
    this.pool = pool;
    this.what = what;
    this.ownAddress = ownAddress;
  }

  /** @return what finds the service of a number, by the number's SID */
  public static MessagingServicePool ofNumbers() {
    return new MessagingServicePool("/PhoneNumbers/", "number", "SMS URL");
  }

  /** @return what finds the service of a WhatsApp or RCS sender, by the sender's SID */
  static MessagingServicePool ofSenders() {
    return new MessagingServicePool("/ChannelSenders/", "sender", "callback URL");
  }

  /**
   * @param connection the account
   * @param sid of the number or sender
   * @return the messaging service that takes its messages, and what to do; empty where none does, or where the credentials may
   *         not ask
   */
  public Optional<String> winnerOver(TwilioConnection connection, String sid) {
    try {
      return find(new ApiResources(connection, Domains.MESSAGING), sid);
    } catch (TwilioException e) {
      if (e.getType() != TwilioError.FORBIDDEN) {
        throw e;
      }
      LOGGER.info("The credentials may not ask for messaging services: if {} {} is in one, Twilio does not call its own {}", what,
                  sid, ownAddress);
      return Optional.empty();
    }
  }

  private Optional<String> find(ApiResources api, String sid) {
    AtomicInteger asked = new AtomicInteger();
    Optional<JsonNode> found = api.find("/v1/Services", singletonMap("PageSize", "100"), "services", service ->
        // such a service asks the number's or sender's own address
        !service.path("use_inbound_webhook_on_number").asBoolean()
            && (asked.getAndIncrement() == MOST_SERVICES || has(api, ApiResources.sidOf(service), sid)));
    if (asked.get() > MOST_SERVICES) {
      LOGGER.info("{} {} is in none of {} messaging services, and there are more: if it is in another one, Twilio does not call "
          + "its own {}", what, sid, MOST_SERVICES, ownAddress);
      return Optional.empty();
    }
    return found.map(service -> "the " + what + " is in messaging service '"
        + Excerpt.of(service.path("friendly_name").asText()) + "' (" + ApiResources.sidOf(service)
        + "), which takes its messages. Set messagingServiceSid=\"" + ApiResources.sidOf(service) + "\" in place of the " + what
        + ", or let the service use the inbound webhook of its " + what + "s (useInboundWebhookOnNumber)");
  }

  private boolean has(ApiResources api, String serviceSid, String sid) {
    try {
      api.get("/v1/Services/" + ApiPath.segment(serviceSid) + pool + ApiPath.segment(sid));
      return true;
    } catch (TwilioException e) {
      if (e.getType() == TwilioError.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
