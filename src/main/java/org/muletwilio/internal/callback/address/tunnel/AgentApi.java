package org.muletwilio.internal.callback.address.tunnel;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.tcp.TcpClientSocketProperties;

import org.muletwilio.internal.callback.codec.BoundedBody;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Asks agents on loopback. An agent that runs answers at once: each has a second, and all together no more than the caller
 * allows.
 */
final class AgentApi {

  private static final String HOST = "127.0.0.1";
  private static final int CONNECT_MILLIS = 500;
  private static final int ANSWER_MILLIS = 1000;
  private static final int MOST_BYTES = 256 * 1024;

  private final HttpClient http;
  private final long endNanos;

  /**
   * @param http made with {@link #clientConfiguration()} and started
   * @param endNanos when no agent is asked any more, by {@link System#nanoTime()}
   */
  AgentApi(HttpClient http, long endNanos) {
    this.http = http;
    this.endNanos = endNanos;
  }

  static HttpClientConfiguration clientConfiguration() {
    return new HttpClientConfiguration.Builder().setName("twilio-tunnel-agents").setUsePersistentConnections(false)
        .setClientSocketProperties(TcpClientSocketProperties.builder().connectionTimeout(CONNECT_MILLIS).build()).build();
  }

  /** @return the JSON that is answered with a 200, or empty where there is none */
  Optional<JsonNode> get(int port, String path) {
    long left = NANOSECONDS.toMillis(endNanos - System.nanoTime());
    if (left <= 0) {
      return Optional.empty();
    }
    HttpRequest request = HttpRequest.builder().method("GET").uri("http://" + HOST + ":" + port + path)
        .addHeader("Accept", "application/json").entity(new EmptyHttpEntity()).build();
    try {
      HttpResponse answer = http.send(request, (int) Math.min(ANSWER_MILLIS, left), false, null);
      try (InputStream content = answer.getEntity().getContent()) {
        Optional<byte[]> body = BoundedBody.read(content, MOST_BYTES);
        return answer.getStatusCode() == 200 && body.isPresent() ? Optional.ofNullable(new ObjectMapper().readTree(body.get()))
            : Optional.empty();
      }
    } catch (IOException | TimeoutException e) {
      return Optional.empty();
    }
  }
}
