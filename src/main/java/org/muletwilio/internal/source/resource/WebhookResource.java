package org.muletwilio.internal.source.resource;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.connection.TwilioConnection;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource of the account that has addresses which Twilio calls: a number, a messaging service … */
interface WebhookResource {

  /** @return its name, for messages, such as "number +15005550006" */
  String getDescription();

  /** @return what other addresses are changed together with this resource's; empty where each is changed by itself */
  default Optional<String> getSharedResource() {
    return Optional.empty();
  }

  /** @return the resource as it is now */
  JsonNode fetch(TwilioConnection connection) throws MuleException;

  /**
   * @param resource as it was fetched
   * @param slot an address of it
   * @return what Twilio asks in place of that address, and what to do; empty where it calls the address
   */
  default Optional<String> winnerOver(TwilioConnection connection, JsonNode resource, WebhookSlot slot) {
    return Optional.empty();
  }

  /**
   * @param resource as it was fetched
   * @param values Twilio's parameters, by their names
   */
  void update(TwilioConnection connection, JsonNode resource, Map<String, String> values);
}
