package org.muletwilio.testkit.module.listener;

import static org.slf4j.LoggerFactory.getLogger;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import java.util.concurrent.atomic.AtomicBoolean;

/** The answer that a request waits for. It is sent once. */
final class PendingAnswer {

  private final HttpResponseReadyCallback callback;
  private final AtomicBoolean sent = new AtomicBoolean();

  PendingAnswer(HttpResponseReadyCallback callback) {
    this.callback = callback;
  }

  void send(HttpResponse response) {
    if (sent.compareAndSet(false, true)) {
      callback.responseReady(response, new Sent());
    }
  }

  void failIfOpen() {
    send(empty(500, "Internal Server Error"));
  }

  void notFound() {
    send(empty(404, "Not Found"));
  }

  private static HttpResponse empty(int status, String reason) {
    return HttpResponse.builder().statusCode(status).reasonPhrase(reason).entity(new ByteArrayHttpEntity(new byte[0])).build();
  }

  /** Nobody waits for the end of a response, but one that could not be sent is logged. */
  private static final class Sent implements ResponseStatusCallback {

    @Override
    public void responseSendFailure(Throwable failure) {
      getLogger(Listener.class).warn("A response was not sent: {}", String.valueOf(failure));
    }

    @Override
    public void responseSendSuccessfully() {
      // as it should be
    }
  }
}
