package org.muletwilio.simulator.api;

import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param request what was received
 * @param answer the response; empty where a fault cut the connection
 */
public record ApiExchange(ApiRequest request, Optional<ApiAnswer> answer) {

  public String method() {
    return request.method();
  }

  public String path() {
    return request.path();
  }

  /** The first value of a field of the body, or an empty text. */
  public String field(String name) {
    return request.form().first(name).orElse("");
  }

  /** The status of the response, or 0 if there was none. */
  public int status() {
    return answer.map(ApiAnswer::status).orElse(0);
  }
}
