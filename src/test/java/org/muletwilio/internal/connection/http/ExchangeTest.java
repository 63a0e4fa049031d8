package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One try: what ends it, what it tells, and that its place is free then. */
@Timeout(30)
class ExchangeTest extends ExchangeFixture {

  /** As that of Mule's HTTP client does with all that it receives, while nobody reads one of its answers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThreadThatWaitsForRoomIsWokenWhenTheAnswerIsNotRead(boolean file) throws Exception {
    FullStream full = new FullStream();
    Thread client = new Thread(full::awaitClosed);
    client.start();
    full.waits.await();
    http.answer(200, full, "Content-Length", "419430400");
    CompletableFuture<HttpAnswer> answer = new Exchange(http, SenderFixture.request("GET"), TIMEOUT,
        file ? OptionalInt.of(TIMEOUT) : OptionalInt.empty(), limit, executor(), Runnable::run).start();
    if (file) {
      answer.join().getContent().orElseThrow().close();
    }
    client.join();
  }

  @Test
  void anErrorWhileReadingDoesNotKeepThePlace() {
    http.answer(201, new InputStream() {

      @Override
      public int read() {
        throw new OutOfMemoryError("for a test");
      }
    });
    assertInstanceOf(OutOfMemoryError.class, failureOf(start()));
    timer.pass(TIMEOUT);
    assertFalse(Thread.currentThread().isInterrupted(), "this thread reads no longer");
    assertPlaceIsFree();
  }

  @Test
  void whereTheSchedulersAreStoppedNothingIsSent() {
    timer.shutdown();
    assertInstanceOf(NotSentException.class, failureOf(start()));
    assertEquals(List.of(), http.requests());
    assertPlaceIsFree();
    limit.acquire(() -> { });
    assertInstanceOf(NotSentException.class, failureOf(start()), "also where it has to wait");
    limit.release();
    assertEquals(List.of(), http.requests());
    assertPlaceIsFree();
  }

  /** Its turn comes while it gives up: it has been taken out of those that wait, and has ended when it learns of its place. */
  @Test
  @Timeout(60)
  void aPlaceThatComesTooLateIsGivenBack() throws Exception {
    limit.acquire(() -> { });
    Exchange exchange =
        new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), Runnable::run);
    CompletableFuture<HttpAnswer> answer = exchange.start();
    Thread releasing = new Thread(limit::release);
    synchronized (exchange) {
      releasing.start();
      while (releasing.getState() != Thread.State.BLOCKED) {
        Thread.sleep(1);
      }
      timer.pass(TIMEOUT);
      assertInstanceOf(NotSentException.class, failureOf(answer));
    }
    releasing.join();
    assertEquals(List.of(), http.requests());
    assertPlaceIsFree();
  }

  @Test
  void noTimerIsLeftWhereOneHadToWait() {
    limit.acquire(() -> { });
    http.answer(200, "ok");
    CompletableFuture<HttpAnswer> answer = start();
    assertEquals(1, timer.size());
    limit.release();
    assertEquals("ok", new String(answer.join().getBody()));
    assertEquals(0, timer.size());
  }

  @Test
  void theCauseOfAFailureIsTold() {
    IOException cause = new IOException("Remotely closed");
    http.fail(new CompletionException(cause));
    assertSame(cause, failureOf(start()));
    CompletionException alone = new CompletionException("without a cause", null);
    http.fail(alone);
    assertSame(alone, failureOf(start()));
    http.fail(cause);
    assertSame(cause, failureOf(start()));
  }

  /** Some of it may have gone out. */
  @Test
  void aClientWithoutMemoryEndsTheExchangeAtOnce() {
    OutOfMemoryError error = new OutOfMemoryError("on purpose");
    http.refuse(error);
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, SenderFixture.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), task -> {
          threads.submit(task);
        }).start();
    assertSame(error, assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause());
    assertPlaceIsFree();
  }

  /** Has no room for more, and tells nobody that it is closed, as Java's pipes. */
  private static final class FullStream extends InputStream {

    private final CountDownLatch waits = new CountDownLatch(1);
    private boolean closed;

    private synchronized void awaitClosed() {
      waits.countDown();
      while (!closed) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public int read() {
      throw new AssertionError("read");
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }
}
