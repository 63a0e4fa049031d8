package org.muletwilio.internal.connection.http;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.error.TwilioError;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** A request with all its tries. No thread waits between them. */
final class RequestAttempts {

  private static final SafeLogger LOGGER = SafeLogger.of(RequestAttempts.class);

  private final RequestSender sender;
  private final HttpRequest request;
  private final boolean read;
  private final Executor work;
  private final RateLimitBackOff backOff;
  private final CompletableFuture<HttpAnswer> result = new CompletableFuture<>();
  private Exchange current;
  private Future<?> pause;
  private HttpAnswer throttled;
  private boolean connectionBroke;
  private boolean stopped;

  /** @param read whether the request changes nothing, so that to repeat it does nothing twice */
  RequestAttempts(RequestSender sender, HttpRequest request, boolean read, Executor work, RateLimitBackOff backOff) {
    this.sender = sender;
    this.request = request;
    this.read = read;
    this.work = work;
    this.backOff = backOff;
  }

  CompletableFuture<HttpAnswer> getResult() {
    return result;
  }

  /** Begins a try on the calling thread, which may be a flow's, and waits for nothing. */
  void next() {
    Exchange exchange = sender.exchange(request, work);
    boolean goesOn;
    synchronized (this) {
      current = exchange;
      goesOn = !stopped;
    }
    if (!goesOn) {
      exchange.stop();
    }
    exchange.start().whenComplete((answer, failure) -> {
      try {
        ended(answer, failure);
      } catch (RuntimeException | Error e) {
        // whoever waits for the answer learns that there is none
        result.completeExceptionally(RequestFailures.toException(request, read, e));
      }
    });
  }

  /** Ends it, since the application is being stopped. */
  void stop() {
    Exchange running;
    Future<?> pausing;
    synchronized (this) {
      stopped = true;
      running = current;
      pausing = pause;
    }
    if (pausing != null && pausing.cancel(false)) {
      work.execute(() -> result.complete(throttled));
    } else if (running != null) {
      running.stop();
    }
  }

  private void ended(HttpAnswer answer, Throwable failure) {
    if (failure != null) {
      failed(failure);
    } else if (answer.getStatus() == RateLimitBackOff.TOO_MANY_REQUESTS
        && ErrorAnswers.toException(answer).getType() == TwilioError.TOO_MANY_REQUESTS) {
      pause(answer);
    } else if (connectionBroke && answer.getStatus() == 404 && request.getMethod().equals("DELETE")) {
      result.complete(HttpAnswer.empty(204));
    } else {
      result.complete(answer);
    }
  }

  private void pause(HttpAnswer answer) {
    throttled = answer;
    OptionalLong delay = backOff.next(answer.getRetryAfter());
    if (!delay.isPresent()) {
      result.complete(answer);
      return;
    }
    LOGGER.debug("{} was answered with 429 and is sent again in {} ms", RequestFailures.describe(request), delay.getAsLong());
    try {
      pauses(sender.schedule(delay.getAsLong(), () -> work.execute(this::next)));
    } catch (RejectedExecutionException e) {
      result.complete(answer);
    }
  }

  private void pauses(Future<?> scheduled) {
    boolean tooLate;
    synchronized (this) {
      pause = scheduled;
      tooLate = stopped;
    }
    if (tooLate && scheduled.cancel(false)) {
      result.complete(throttled);
    }
  }

  private void failed(Throwable failure) {
    if (throttled != null && RequestFailures.isUnsent(failure)) {
      result.complete(throttled);
    } else if (!connectionBroke && RequestFailures.isBrokenConnection(failure) && isRepeatable()) {
      connectionBroke = true;
      LOGGER.debug("The connection broke during {}, which is sent again", RequestFailures.describe(request));
      next();
    } else {
      result.completeExceptionally(RequestFailures.toException(request, read, failure));
    }
  }

  private boolean isRepeatable() {
    return read || request.getMethod().equals("DELETE");
  }
}
