package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that come too late or stall: each is given up in time, and its reader holds nobody else. */
@Timeout(30)
class ExchangeTimeoutTest extends ExchangeFixture {

  @Test
  void aBodyThatStallsIsGivenUpAndItsReaderGoesOn() throws Exception {
    PipedOutputStream server = new PipedOutputStream();
    PipedInputStream body = new PipedInputStream(server);
    server.write("{\"sid\":".getBytes());
    http.answer(201, body);
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), threads)
        .start();
    awaitRead(body);
    timer.pass(TIMEOUT - 1);
    assertFalse(answer.isDone());
    timer.pass(1);
    Throwable failure = assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause();
    assertInstanceOf(TimeoutException.class, failure);
    threads.shutdown();
    assertTrue(threads.awaitTermination(10, SECONDS), "no thread reads on");
    assertPlaceIsFree();
  }

  @Test
  void aBodyThatIgnoresTheInterruptHoldsNobodyElse() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    http.answer(201, new InputStream() {

      @Override
      public int read() {
        reading.countDown();
        while (letGo.getCount() > 0) {
          try {
            letGo.await();
          } catch (InterruptedException e) {
            // as a hostile stream does
          }
        }
        return -1;
      }
    });
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), threads)
        .start();
    assertTrue(reading.await(10, SECONDS));
    timer.pass(TIMEOUT);
    assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause());
    assertPlaceIsFree();
    letGo.countDown();
    threads.shutdown();
    assertTrue(threads.awaitTermination(10, SECONDS));
    assertPlaceIsFree();
  }

  @Test
  void anAnswerThatComesTooLateIsClosedUnread() {
    CompletableFuture<HttpResponse> late = new CompletableFuture<>();
    AtomicBoolean closed = new AtomicBoolean();
    http.answer(late);
    CompletableFuture<HttpAnswer> answer = start();
    timer.pass(TIMEOUT);
    assertInstanceOf(TimeoutException.class, failureOf(answer));
    AtomicBoolean read = new AtomicBoolean();
    late.complete(HttpResponse.builder().statusCode(201).entity(new InputStreamHttpEntity(new InputStream() {

      @Override
      public int read() {
        read.set(true);
        return -1;
      }

      @Override
      public void close() {
        closed.set(true);
      }
    })).build());
    assertTrue(closed.get());
    assertFalse(read.get());
    assertPlaceIsFree();
  }

  /** Where the client's limit comes before this one's timer, the answer is late and not cut. */
  @Test
  void whatTheClientCutsAtTheLimitIsLate() {
    AtomicLong now = new AtomicLong();
    RequestExecutor executor = new RequestExecutor(Runnable::run, timer, now::get);
    for (int cutAt : List.of(TIMEOUT - 1, TIMEOUT)) {
      now.set(0);
      http.answer(201, new InputStream() {

        @Override
        public int read() throws IOException {
          now.set(cutAt);
          throw new IOException("Remotely closed");
        }
      });
      Throwable failure = failureOf(new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit,
          executor, Runnable::run).start());
      assertEquals(cutAt == TIMEOUT ? TimeoutException.class : UnreadAnswerException.class, failure.getClass());
    }
  }

  /** A connection that is refused after the limit was not made all the same: nothing was sent. */
  @Test
  void whatWasNotSentIsNeverLate() {
    AtomicLong now = new AtomicLong();
    CompletableFuture<HttpResponse> refused = new CompletableFuture<>();
    http.answer(refused);
    CompletableFuture<HttpAnswer> end = new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit,
        new RequestExecutor(Runnable::run, timer, now::get), Runnable::run).start();
    now.set(TIMEOUT);
    refused.completeExceptionally(new java.net.ConnectException("connection timed out"));
    assertEquals(java.net.ConnectException.class, failureOf(end).getClass());
  }

  /** The thread is the pool's: what it does next must not be interrupted. */
  @Test
  void aReaderThatWasGivenUpGoesOnWithoutTheInterrupt() throws Exception {
    CompletableFuture<Thread> reader = new CompletableFuture<>();
    http.answer(201, new InputStream() {

      @Override
      public int read() {
        reader.complete(Thread.currentThread());
        while (!Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        return -1;
      }
    });
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Executor work = task -> new Thread(() -> {
      task.run();
      if (reader.getNow(null) == Thread.currentThread()) {
        interrupted.complete(Thread.currentThread().isInterrupted());
      }
    }).start();
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), work)
        .start();
    reader.get(10, SECONDS);
    timer.pass(TIMEOUT);
    assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause());
    assertFalse(interrupted.get(10, SECONDS));
  }

  private static void awaitRead(InputStream body) throws IOException {
    while (body.available() > 0) {
      Thread.onSpinWait();
    }
  }
}
