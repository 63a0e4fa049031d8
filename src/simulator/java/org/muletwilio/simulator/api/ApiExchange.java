package org.muletwilio.simulator.api;

import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param request what came
 * @param answer what went back; nothing where a fault cut the connection
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

  /** The status of the answer, or 0 if none went back. */
  public int status() {
    return answer.map(ApiAnswer::status).orElse(0);
  }
}
