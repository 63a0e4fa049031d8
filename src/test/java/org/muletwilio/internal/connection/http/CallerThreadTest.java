package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that waits does the work. */
@Timeout(30)
class CallerThreadTest {

  private final List<Runnable> afterwards = new ArrayList<>();
  private final CallerThread caller = new CallerThread(afterwards::add);

  @Test
  void doesTheWorkUntilThereIsAResult() throws Exception {
    CompletableFuture<Thread> result = new CompletableFuture<>();
    caller.execute(() -> caller.execute(() -> result.complete(Thread.currentThread())));
    caller.execute(() -> { });
    assertSame(Thread.currentThread(), caller.await(result, 10_000));
  }

  @Test
  void wakesUpForAResultFromElsewhere() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    new Thread(() -> result.complete("x"), "elsewhere").start();
    assertEquals("x", caller.await(result, 10_000));
  }

  @Test
  void whatIsLeftIsDoneElsewhere() throws Exception {
    CompletableFuture<String> result = CompletableFuture.completedFuture("x");
    caller.execute(() -> { });
    assertEquals("x", caller.await(result, 10_000));
    assertEquals(1, afterwards.size());
    caller.execute(() -> { });
    assertEquals(2, afterwards.size());
  }

  @Test
  void doesNotWaitForEver() {
    assertThrows(TimeoutException.class, () -> caller.await(new CompletableFuture<>(), 50));
  }

  @Test
  void aFailureIsTheCause() {
    CompletableFuture<String> result = new CompletableFuture<>();
    result.completeExceptionally(new IllegalStateException("no"));
    assertEquals("no", assertThrows(ExecutionException.class, () -> caller.await(result, 50)).getCause().getMessage());
  }
}
