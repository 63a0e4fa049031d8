package org.muletwilio.internal.connection.http;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.callback.codec.InterruptibleRead;
import org.muletwilio.internal.callback.schedule.TimeLimit;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/**
 * One try of a request. It waits for its turn, is sent, and its answer is read; each of these ends in time, whatever the server
 * and the client do, and its place is given back exactly once. The client's own threads only hand over.
 */
final class Exchange {

  private static final String STOPPED = "the application was stopped";
  private static final int OK = 200;

  /** How much longer the client waits: where both had the same limit, either might be first, and the error would be chance. */
  private static final int CLIENT_WAITS_LONGER_MILLIS = 500;

  private final HttpClient http;
  private final HttpRequest request;
  private final int timeoutMillis;
  private final OptionalInt fileTimeoutMillis;
  private final ConnectionLimit connections;
  private final RequestExecutor executor;
  private final Executor work;
  /** Runs on whichever thread gives a place back. */
  private final Runnable granted;
  private final TimeLimit timeout = new TimeLimit();
  private final InterruptibleRead reading = new InterruptibleRead();
  private final CompletableFuture<HttpAnswer> result = new CompletableFuture<>();
  private boolean hasPlace;
  private boolean sent;
  private volatile long sentAtMillis;
  private Exception aborted;
  private boolean over;

  /**
   * @param timeoutMillis how long it may wait for its turn, and then for the whole answer
   * @param fileTimeoutMillis how long the caller may take to read a file as it comes; empty where answers are read here
   * @param executor has the time
   * @param work runs what may wait; the result is completed there
   */
  Exchange(HttpClient http, HttpRequest request, int timeoutMillis, OptionalInt fileTimeoutMillis, ConnectionLimit connections,
           RequestExecutor executor, Executor work) {
    this.http = http;
    this.request = request;
    this.timeoutMillis = timeoutMillis;
    this.fileTimeoutMillis = fileTimeoutMillis;
    this.connections = connections;
    this.executor = executor;
    this.work = work;
    granted = () -> granted(work);
  }

  /**
   * The calling thread sends it where a place is free. For a new connection the HTTP client looks up the host's address on that
   * thread, which may be a flow's: so does Mule's own connector. Java remembers the address for the next ones.
   *
   * @return the answer, whatever its status, or why there is none: a {@link TimeoutException}, an {@link IOException}, which is a
   *         {@link NotSentException} where nothing went out, or what the client throws
   */
  CompletableFuture<HttpAnswer> start() {
    if (connections.acquire(granted)) {
      granted(Runnable::run);
    } else if (!later(() -> abort(NotSentException.noConnection(timeoutMillis), null))) {
      stop();
    }
    return result;
  }

  /** Ends it, since the application is being stopped. */
  void stop() {
    abort(new NotSentException(STOPPED), new IOException(STOPPED));
  }

  private TimeoutException late() {
    return new TimeoutException("no whole answer within " + timeoutMillis + " ms");
  }

  /**
   * @param unsent the reason where nothing was sent, or null to go on then
   * @param uncertain the reason where something may have been sent, or null to go on then
   */
  private void abort(NotSentException unsent, Exception uncertain) {
    synchronized (this) {
      Exception reason = sent ? uncertain : unsent;
      if (over || aborted != null || reason == null) {
        return;
      }
      aborted = reason;
    }
    reading.giveUp();
    connections.cancel(granted);
    work.execute(() -> end(null, null));
  }

  private void granted(Executor sender) {
    synchronized (this) {
      hasPlace = !over;
    }
    if (hasPlace) {
      sender.execute(this::send);
    } else {
      connections.release();
    }
  }

  private void send() {
    synchronized (this) {
      if (over || aborted != null) {
        return;
      }
      sent = true;
      sentAtMillis = executor.millis();
    }
    timeout.cancel();
    if (!later(() -> abort(null, late()))) {
      end(null, new NotSentException(STOPPED));
      return;
    }
    try {
      http.sendAsync(request, fileTimeoutMillis.orElse(timeoutMillis + CLIENT_WAITS_LONGER_MILLIS), false, null)
          .whenComplete((response, failure) -> work.execute(() -> answered(response, failure)));
    } catch (RuntimeException e) {
      end(null, new NotSentException("the HTTP client refused it: " + e));
    } catch (Error e) {
      // the thread may be the caller's, who learns of it as of every other failure
      end(null, e);
    }
  }

  private void answered(HttpResponse response, Throwable failure) {
    if (failure != null) {
      broken(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
      return;
    }
    try {
      if (fileTimeoutMillis.isPresent() && response.getStatusCode() == OK) {
        InputStream content = AnswerBody.contentOf(response);
        if (!end(HttpAnswer.streamed(response, content), null)) {
          content.close();
        }
      } else {
        read(response);
      }
    } catch (IOException | RuntimeException e) {
      broken(e);
    } catch (Error e) {
      end(null, e);
      throw e;
    }
  }

  /** The client cuts an answer that stalls after its own limit, which may come first where the timer is behind. */
  private void broken(Throwable failure) {
    boolean late = executor.millis() - sentAtMillis >= timeoutMillis && !RequestFailures.isUnsent(failure);
    end(null, late ? late() : failure);
  }

  private void read(HttpResponse response) throws IOException {
    try (InputStream content = AnswerBody.contentOf(response)) {
      if (reading.begin()) {
        HttpAnswer answer;
        try {
          byte[] body = AnswerBody.read(response, content);
          // a part of a file is as it is stored, whatever its coding
          answer = HttpAnswer.of(response, fileTimeoutMillis.isPresent() ? body : AnswerBody.decode(response, body));
        } finally {
          // the reason of an abort ends the exchange in a task of its own
          reading.end();
        }
        end(answer, null);
      }
    }
  }

  /** @return whether the answer goes to whoever waits for it */
  private boolean end(HttpAnswer answer, Throwable failure) {
    Throwable reason;
    boolean place;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      place = hasPlace;
      reason = aborted != null ? aborted : failure;
    }
    timeout.cancel();
    if (place) {
      connections.release();
    }
    return reason == null ? result.complete(answer) : !result.completeExceptionally(reason);
  }

  /** @return whether the task will run, unless it is cancelled: not so once the schedulers are stopped */
  private boolean later(Runnable task) {
    return timeout.start(() -> executor.schedule(timeoutMillis, task));
  }
}
