package org.muletwilio.internal.callback.listener;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

/**
 * Once it is stopped, answers requests with 503, and ends the connections of all that are answered: a client that keeps its
 * connection would send its next request to a listener that is gone.
 */
final class StoppableHandler implements RequestHandler {

  private static final int UNAVAILABLE = 503;
  /** A client that sends one request after the other sends its next one within this time, and learns that its connection ends. */
  private static final long QUIET_MILLIS = 250;
  private static final long LONGEST_LINGER_MILLIS = 1000;

  private final RequestHandler requests;
  private final ClassLoader applicationClassLoader;
  private final long quietNanos;
  private final long longestLingerNanos;
  private volatile boolean stopped;
  private volatile long lastAnswerNanos;

  StoppableHandler(RequestHandler requests, ClassLoader applicationClassLoader) {
    this(requests, applicationClassLoader, QUIET_MILLIS, LONGEST_LINGER_MILLIS);
  }

  StoppableHandler(RequestHandler requests, ClassLoader applicationClassLoader, long quietMillis, long longestLingerMillis) {
    this.requests = requests;
    this.applicationClassLoader = applicationClassLoader;
    this.quietNanos = MILLISECONDS.toNanos(quietMillis);
    this.longestLingerNanos = MILLISECONDS.toNanos(longestLingerMillis);
    this.lastAnswerNanos = System.nanoTime() - quietNanos;
  }

  void stop() {
    stopped = true;
  }

  /** Waits until the clients that keep their connections busy have been told that those end; does not wait for idle ones. */
  void awaitQuiet() {
    long endNanos = System.nanoTime() + longestLingerNanos;
    try {
      for (long left = quietInNanos(endNanos); left > 0; left = quietInNanos(endNanos)) {
        NANOSECONDS.sleep(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long quietInNanos(long endNanos) {
    long now = System.nanoTime();
    return Math.min(lastAnswerNanos + quietNanos - now, endNanos - now);
  }

  /** Asked for, by this name, by the HTTP service from Mule 4.3 on, which then sets it for the handler. */
  public ClassLoader getContextClassLoader() {
    return applicationClassLoader;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    if (stopped) {
      lastAnswerNanos = System.nanoTime();
      response.responseReady(last(HttpResponse.builder().statusCode(UNAVAILABLE).entity(new EmptyHttpEntity())), new Ignored());
    } else {
      requests.handleRequest(context, (answer, status) -> {
        lastAnswerNanos = System.nanoTime();
        response.responseReady(stopped ? last(new HttpResponseBuilder(answer).removeHeader("Connection")) : answer, status);
      });
    }
  }

  private static HttpResponse last(HttpResponseBuilder answer) {
    return answer.addHeader("Connection", "close").build();
  }

  /** Nobody waits for the end of a refusal. */
  private static final class Ignored implements ResponseStatusCallback {

    @Override
    public void responseSendFailure(Throwable failure) {
      // the client has gone
    }

    @Override
    public void responseSendSuccessfully() {
      // nothing is left to do
    }
  }
}
