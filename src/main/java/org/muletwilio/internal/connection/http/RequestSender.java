package org.muletwilio.internal.connection.http;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.error.TwilioException;

import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * Sends requests, and again what can be repeated without doing anything twice: what was refused with a 429, which Twilio never
 * processed, and a GET or DELETE once whose connection broke. A create is sent once: Twilio would make a second message or call.
 *
 * <p>Of Mule's HTTP client it needs the one way to send that all versions from 4.1 on have; what later ones added are options
 * that no request here sets.
 */
public final class RequestSender implements AutoCloseable {

  /** Tries after a 429, and one after a connection that broke. */
  private static final int MOST_TRIES = RateLimitBackOff.MOST_ATTEMPTS + 1;

  static final int LONGEST_FILE_MILLIS = 60 * 60 * 1000;

  private final HttpClient http;
  private final int responseTimeoutMillis;
  private final long retryBudgetMillis;
  private final OptionalInt fileTimeoutMillis;
  private final ConnectionLimit connections;
  private final RequestExecutor executor;
  private final Set<RequestAttempts> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param http sends the requests
   * @param responseTimeoutMillis how long a request may wait for a connection, and then for its whole answer
   * @param retryBudgetMillis how long a request may take with all repeats after a 429
   * @param maxConnections how many requests may be on their way at a time, or -1 for no limit
   * @param executor has the time
   */
  public RequestSender(HttpClient http, int responseTimeoutMillis, long retryBudgetMillis, int maxConnections,
                       RequestExecutor executor) {
    this(http, responseTimeoutMillis, OptionalInt.empty(), retryBudgetMillis, maxConnections, executor);
  }

  private RequestSender(HttpClient http, int responseTimeoutMillis, OptionalInt fileTimeoutMillis, long retryBudgetMillis,
                        int maxConnections, RequestExecutor executor) {
    this.http = http;
    this.fileTimeoutMillis = fileTimeoutMillis;
    this.responseTimeoutMillis = responseTimeoutMillis;
    this.retryBudgetMillis = retryBudgetMillis;
    this.connections = new ConnectionLimit(maxConnections);
    this.executor = executor;
  }

  /**
   * Parameters as above.
   *
   * @return one for files: a file that comes in one piece is left to whoever gets the answer, and may be read for an hour
   */
  public static RequestSender ofFiles(HttpClient http, int responseTimeoutMillis, long retryBudgetMillis, int maxConnections,
                                      RequestExecutor executor) {
    return new RequestSender(http, responseTimeoutMillis, OptionalInt.of(LONGEST_FILE_MILLIS), retryBudgetMillis, maxConnections,
                             executor);
  }

  /**
   * @param request is sent once, or as often as it is safe
   * @param work runs what may wait; the answer is completed there
   * @return the answer, whatever its status, or a {@link TwilioException}
   */
  public CompletableFuture<HttpAnswer> send(HttpRequest request, Executor work) {
    return send(request, RequestFailures.isRead(request), work);
  }

  /** As {@link #send}, for a request that changes nothing whatever its method: it is repeated like a GET, and fails like one. */
  public CompletableFuture<HttpAnswer> sendRead(HttpRequest request, Executor work) {
    return send(request, true, work);
  }

  private CompletableFuture<HttpAnswer> send(HttpRequest request, boolean read, Executor work) {
    RequestAttempts attempts =
        new RequestAttempts(this, request, read, work, new RateLimitBackOff(retryBudgetMillis, executor::millis));
    inFlight.add(attempts);
    attempts.getResult().whenComplete((answer, failure) -> inFlight.remove(attempts));
    if (closed) {
      attempts.stop();
    }
    attempts.next();
    return attempts.getResult();
  }

  /** @return a bound for the time until {@link #send} is done; it is done before, unless a thread doesn't come back */
  long getLongestMillis() {
    return retryBudgetMillis + MOST_TRIES * 2L * responseTimeoutMillis;
  }

  /** Ends all requests that are on their way: their flows are told that the application was stopped. */
  @Override
  public void close() {
    closed = true;
    connections.close();
    StopSteps.takeAll(inFlight, RequestAttempts::stop);
  }

  Exchange exchange(HttpRequest request, Executor work) {
    return new Exchange(http, request, responseTimeoutMillis, fileTimeoutMillis, connections, executor, work);
  }

  Future<?> schedule(long delayMillis, Runnable task) {
    return executor.schedule(delayMillis, task);
  }
}
