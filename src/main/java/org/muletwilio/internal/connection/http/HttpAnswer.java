package org.muletwilio.internal.connection.http;

import static java.util.Collections.emptyMap;
import static java.util.Collections.unmodifiableMap;
import static java.util.Locale.ROOT;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request was answered with: wholly read, or with a stream that is still to be read. Immutable; shows nothing of the body.
 */
public final class HttpAnswer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final InputStream content;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body, InputStream content) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.content = content;
  }

  /** @param body the whole body of the response */
  static HttpAnswer of(HttpResponse response, byte[] body) {
    return new HttpAnswer(response.getStatusCode(), headersOf(response), body, null);
  }

  /** @param content the body, which whoever gets the answer reads and closes */
  static HttpAnswer streamed(HttpResponse response, InputStream content) {
    return new HttpAnswer(response.getStatusCode(), headersOf(response), new byte[0], content);
  }

  private static Map<String, String> headersOf(HttpResponse response) {
    Map<String, String> headers = new TreeMap<>();
    response.getHeaderNames().forEach(name -> headers.put(name.toLowerCase(ROOT), response.getHeaderValue(name)));
    return unmodifiableMap(headers);
  }

  /** @return an answer that says nothing but its status */
  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, emptyMap(), new byte[0], null);
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

  /** @return what is still to be read and closed, where the body has not been read */
  public Optional<InputStream> getContent() {
    return Optional.ofNullable(content);
  }

  /** @return the same; what is still to be read runs the action when it is closed */
  HttpAnswer closing(Runnable action) {
    return content == null ? this : new HttpAnswer(status, headers, body, new FilterInputStream(content) {

      @Override
      public void close() throws IOException {
        try {
          super.close();
        } finally {
          action.run();
        }
      }
    });
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
