package org.muletwilio.internal.callback.address.tunnel;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.tcp.TcpClientSocketProperties;

import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.codec.PipedContent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
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
  static final long ANSWER_MILLIS = 1000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int BUFFERED_BYTES = 16 * 1024;

  private final HttpClient http;
  private final ScheduledExecutorService timer;
  private final long answerMillis;
  private final long endNanos;

  /**
   * @param http made with {@link #clientConfiguration} and started
   * @param timer ends a read that takes too long
   * @param answerMillis how long an agent may take for an answer
   * @param endNanos when no agent is asked any more, by {@link System#nanoTime()}
   */
  AgentApi(HttpClient http, ScheduledExecutorService timer, long answerMillis, long endNanos) {
    this.http = http;
    this.timer = timer;
    this.answerMillis = answerMillis;
    this.endNanos = endNanos;
  }

  /** Answers are streamed: any program may listen at an agent's port, and send without end. */
  static HttpClientConfiguration clientConfiguration(String name) {
    return new HttpClientConfiguration.Builder().setName(name).setUsePersistentConnections(false).setStreaming(true)
        .setResponseBufferSize(BUFFERED_BYTES)
        .setClientSocketProperties(TcpClientSocketProperties.builder().connectionTimeout(CONNECT_MILLIS).build()).build();
  }

  /** @return the JSON that is answered with a 200, or empty where there is none */
  Optional<JsonNode> get(int port, String path) {
    if (leftMillis() <= 0) {
      return Optional.empty();
    }
    HttpRequest request = HttpRequest.builder().method("GET").uri("http://" + HOST + ":" + port + path)
        .addHeader("Accept", "application/json").entity(new EmptyHttpEntity()).build();
    try {
      HttpResponse answer = http.send(request, (int) Math.max(1, leftMillis()), false, null);
      try (InputStream content = new PipedContent(answer.getEntity().getContent())) {
        Optional<byte[]> body = answer.getStatusCode() != 200 ? Optional.empty()
            : new BodyReader(timer, leftMillis(), MOST_BYTES).read(content);
        return body.isPresent() ? Optional.ofNullable(new ObjectMapper().readTree(body.get())) : Optional.empty();
      }
    } catch (IOException | TimeoutException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private long leftMillis() {
    return Math.min(answerMillis, NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }
}
