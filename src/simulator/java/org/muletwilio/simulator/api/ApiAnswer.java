package org.muletwilio.simulator.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the simulator answers a request.
 *
 * @param status the HTTP status
 * @param headers beside those that every answer has
 * @param body as text
 */
public record ApiAnswer(int status, Map<String, String> headers, String body) {

  private static final String JSON = "application/json;charset=utf-8";

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  public static ApiAnswer json(int status, Object value) {
    return new ApiAnswer(status, Map.of("Content-Type", JSON), Json.write(value));
  }

  public static ApiAnswer noContent() {
    return new ApiAnswer(204, Map.of(), "");
  }

  /** Twilio's usual error body. */
  public static ApiAnswer error(int status, int code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return json(status, body);
  }

  /** 429 with Retry-After. */
  public static ApiAnswer tooManyRequests(Duration retryAfter) {
    ApiAnswer answer = error(429, 20429, "Too Many Requests");
    return new ApiAnswer(429, Map.of("Content-Type", JSON, "Retry-After", String.valueOf(retryAfter.toSeconds())), answer.body);
  }

  /** 500 with an error body. */
  public static ApiAnswer serverError() {
    return error(500, 20500, "An internal server error has occurred");
  }

  /** 503 with the HTML page of a proxy in front of the API. */
  public static ApiAnswer unavailable() {
    return new ApiAnswer(503, Map.of("Content-Type", "text/html"), "<html><body><h1>503 Service Unavailable</h1></body></html>");
  }

  /** A status without a body. */
  public static ApiAnswer empty(int status) {
    return new ApiAnswer(status, Map.of(), "");
  }
}
