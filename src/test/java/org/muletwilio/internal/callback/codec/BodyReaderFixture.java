package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;

/** Readers of bodies, with deadlines that are far or near. */
abstract class BodyReaderFixture {

  static final int MOST_BYTES = 64 * 1024;

  static final byte[] TEXT = "MessageSid=SM1".getBytes(US_ASCII);
  static final Duration SOON = Duration.ofSeconds(20);

  final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  final BodyReader patient = new BodyReader(timer, TimeUnit.HOURS.toMillis(1), MOST_BYTES);
  final BodyReader impatient = new BodyReader(timer, 50, MOST_BYTES);
  final Runnable neverStuck = () -> {
    throw new AssertionError("the reader obeys interrupts");
  };

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /** @param length of the body as the header says it; empty for no header */
  static HttpRequest request(InputStream content, String length) {
    HttpRequestBuilder builder = builder(content);
    return length.isEmpty() ? builder.build() : builder.addHeader("Content-Length", length).build();
  }

  static HttpRequestBuilder builder(InputStream content) {
    return HttpRequest.builder().method("POST").uri("http://x/").entity(new InputStreamHttpEntity(content));
  }
}
