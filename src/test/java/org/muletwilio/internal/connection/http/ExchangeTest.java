package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One try, with answers that stop, never end, are endless or come too late. */
@Timeout(30)
class ExchangeTest {

  private static final int TIMEOUT = 1000;

  private final FakeTimer timer = new FakeTimer();
  private final FakeHttp http = new FakeHttp();
  private final ConnectionLimit limit = new ConnectionLimit(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void anAnswerThatStopsIsCutWhereItsLengthWasAnnounced() {
    http.answer(201, "{\"sid\"", "Content-Length", "100");
    UnreadAnswerException failure = assertInstanceOf(UnreadAnswerException.class, failureOf(start()));
    assertEquals("its answer (HTTP 201) was cut after 6 of 100 bytes", failure.getMessage());
    assertPlaceIsFree();
  }

  @Test
  void anAnswerThatCanNotBeReadIsCutToo() {
    InputStream breaking = new InputStream() {

      @Override
      public int read() throws IOException {
        throw new IOException("Pipe broken");
      }
    };
    http.answer(200, new SequenceInputStream(new ByteArrayInputStream(new byte[10]), breaking));
    assertTrue(assertInstanceOf(UnreadAnswerException.class, failureOf(start())).isCut());
    assertPlaceIsFree();
  }

  @Test
  void anEndlessAnswerIsReadToTheMostAndClosed() {
    AtomicInteger read = new AtomicInteger();
    AtomicBoolean closed = new AtomicBoolean();
    http.answer(200, new InputStream() {

      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        read.addAndGet(length);
        return length;
      }

      @Override
      public void close() {
        closed.set(true);
      }
    });
    assertEquals("its answer (HTTP 200) is larger than 16777216 bytes", failureOf(start()).getMessage());
    assertTrue(read.get() <= AnswerBody.MOST_BYTES + 1, read.toString());
    assertTrue(closed.get());
    assertPlaceIsFree();
  }

  @Test
  void anAnswerThatIsAnnouncedTooLargeIsNotRead() {
    http.answer(200, new InputStream() {

      @Override
      public int read() {
        throw new AssertionError("read");
      }
    }, "Content-Length", "419430400");
    assertEquals("its answer (HTTP 200) is larger than 16777216 bytes", failureOf(start()).getMessage());
  }

  @Test
  void anAnswerMayBeAsLargeAsIsAllowed() {
    byte[] most = new byte[AnswerBody.MOST_BYTES];
    most[most.length - 1] = 'x';
    http.answer(200, new ByteArrayInputStream(most), "Content-Length", "" + most.length);
    assertArrayEquals(most, start().join().getBody());
    http.answer(200, new ByteArrayInputStream(new byte[AnswerBody.MOST_BYTES + 1]));
    assertFalse(assertInstanceOf(UnreadAnswerException.class, failureOf(start())).isCut());
  }

  /** Mule's streams may have nothing for now. */
  @Test
  void aReadOfNothingIsNotTheEnd() {
    http.answer(200, new FilterInputStream(new ByteArrayInputStream("whole".getBytes())) {

      private boolean nothing;

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        nothing = !nothing;
        return nothing ? 0 : super.read(bytes, offset, Math.min(1, length));
      }
    }, "Content-Length", "5");
    assertEquals("whole", new String(start().join().getBody()));
  }

  @Test
  void aLengthThatIsALieIsNoReasonToTakeMemory() {
    http.answer(200, "ok", "Content-Length", "16777216");
    assertInstanceOf(UnreadAnswerException.class, failureOf(start()));
    http.answer(200, "ok", "Content-Length", "many");
    assertEquals("ok", new String(start().join().getBody()));
    http.answer(200, "longer than announced", "Content-Length", "2");
    assertEquals("longer than announced", new String(start().join().getBody()));
  }

  @Test
  void aBodyThatStallsIsGivenUpAndItsReaderGoesOn() throws Exception {
    PipedOutputStream server = new PipedOutputStream();
    PipedInputStream body = new PipedInputStream(server);
    server.write("{\"sid\":".getBytes());
    http.answer(201, body);
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), threads)
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
        new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), threads)
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

  /** As that of Mule's HTTP client does with all that it receives, while nobody reads one of its answers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThreadThatWaitsForRoomIsWokenWhenTheAnswerIsNotRead(boolean file) throws Exception {
    FullStream full = new FullStream();
    Thread client = new Thread(full::awaitClosed);
    client.start();
    full.waits.await();
    http.answer(200, full, "Content-Length", "419430400");
    CompletableFuture<HttpAnswer> answer = new Exchange(http, RequestSenderTest.request("GET"), TIMEOUT,
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
      Throwable failure = failureOf(new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit,
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
    CompletableFuture<HttpAnswer> end = new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit,
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
        new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), work)
        .start();
    reader.get(10, SECONDS);
    timer.pass(TIMEOUT);
    assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause());
    assertFalse(interrupted.get(10, SECONDS));
  }

  /** Some of it may have gone out. */
  @Test
  void aClientWithoutMemoryEndsTheExchangeAtOnce() {
    OutOfMemoryError error = new OutOfMemoryError("on purpose");
    http.refuse(error);
    CompletableFuture<HttpAnswer> answer =
        new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), task -> {
          threads.submit(task);
        }).start();
    assertSame(error, assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS)).getCause());
    assertPlaceIsFree();
  }

  private CompletableFuture<HttpAnswer> start() {
    return new Exchange(http, RequestSenderTest.request("POST"), TIMEOUT, OptionalInt.empty(), limit, executor(), Runnable::run)
        .start();
  }

  private RequestExecutor executor() {
    return new RequestExecutor(Runnable::run, timer, timer::millis);
  }

  private void assertPlaceIsFree() {
    assertTrue(limit.acquire(() -> { }), "its place is free");
    assertFalse(limit.acquire(() -> { }), "and it is one place");
    limit.release();
    limit.release();
  }

  private static void awaitRead(InputStream body) throws IOException {
    while (body.available() > 0) {
      Thread.onSpinWait();
    }
  }

  private static Throwable failureOf(CompletableFuture<?> answer) {
    assertTrue(answer.isDone(), "still on its way");
    return assertThrows(ExecutionException.class, answer::get).getCause();
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
