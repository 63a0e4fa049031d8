package org.muletwilio.simulator.api;

import org.muletwilio.simulator.resource.Form;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the API.
 *
 * @param method the HTTP method
 * @param path without its query
 * @param query the query's fields
 * @param form the body's fields
 * @param body the body as it was sent
 * @param headers by lower-case name; of Authorization only the scheme is kept
 * @param user the user name of the credentials: an account or key SID
 * @param at when it was received
 */
public record ApiRequest(String method, String path, Form query, Form form, String body,
    Map<String, String> headers, Optional<String> user, Instant at) {

  public ApiRequest {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
