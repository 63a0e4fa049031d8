package org.muletwilio.internal.connection.http;

import static java.util.Collections.emptyMap;
import static java.util.Collections.unmodifiableMap;
import static java.util.Locale.ROOT;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a request was answered with, wholly read. Immutable; shows nothing of the body. */
public final class HttpAnswer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** @param body the whole body of the response */
  static HttpAnswer of(HttpResponse response, byte[] body) {
    Map<String, String> headers = new TreeMap<>();
    response.getHeaderNames().forEach(name -> headers.put(name.toLowerCase(ROOT), response.getHeaderValue(name)));
    return new HttpAnswer(response.getStatusCode(), unmodifiableMap(headers), body);
  }

  /** @return an answer that says nothing but its status */
  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, emptyMap(), new byte[0]);
  }

  public int getStatus() {
    return status;
  }

  /** @return the headers by their names in lower case; of one that came several times, the last */
  public Map<String, String> getHeaders() {
    return headers;
  }

  Optional<String> getRetryAfter() {
    return Optional.ofNullable(headers.get("retry-after"));
  }

  public byte[] getBody() {
    return body;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
