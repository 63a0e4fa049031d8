package org.muletwilio.simulator.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a user's server answered a callback.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body as text
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public boolean successful() {
    return status >= 200 && status < 300;
  }
}
