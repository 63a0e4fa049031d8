package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.testkit.log.LogLines;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private final AtomicLong millis = new AtomicLong(Long.MAX_VALUE / 1_000_000 - 50);
  private final AtomicInteger taken = new AtomicInteger();
  private final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(1) * millis.get(), Runnable::run);

  @Test
  void anActionIsTakenOnceAtItsTime() {
    deadlines.after(100, taken::incrementAndGet);
    pass(99);
    assertEquals(0, taken.get());
    pass(1);
    assertEquals(1, taken.get());
    pass(1000);
    assertEquals(1, taken.get());
  }

  @Test
  void aCancelledActionIsNotTaken() {
    Deadline deadline = deadlines.after(100, taken::incrementAndGet);
    deadline.cancel();
    pass(100);
    deadline.cancel();
    assertEquals(0, taken.get());
  }

  @Test
  void aWaitEndsAtTheDeadlineOrBefore() {
    CompletableFuture<String> slow = new CompletableFuture<>();
    CompletableFuture<String> quick = new CompletableFuture<>();
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> ofSlow = deadlines.within(slow, 100, () -> "late");
    CompletableFuture<String> ofQuick = deadlines.within(quick, 100, () -> "late");
    CompletableFuture<String> ofFailing = deadlines.within(failing, 100, () -> "late");
    assertEquals("done", deadlines.within(completedFuture("done"), 100, () -> "late").join());
    quick.complete("quick");
    failing.completeExceptionally(new IllegalStateException("broken on purpose"));
    assertEquals("quick", ofQuick.join());
    assertThrows(CompletionException.class, ofFailing::join);
    assertFalse(ofSlow.isDone());
    pass(100);
    assertEquals("late", ofSlow.join());
    slow.complete("done");
    assertEquals("late", ofSlow.join());
  }

  @Test
  void whatCameInTimeIsNotMadeUp() {
    AtomicInteger madeUp = new AtomicInteger();
    CompletableFuture<String> done = new CompletableFuture<>();
    CompletableFuture<String> failed = new CompletableFuture<>();
    for (CompletableFuture<String> each : List.of(done, failed)) {
      deadlines.within(each, 100, () -> "late " + madeUp.incrementAndGet());
    }
    done.complete("done");
    failed.completeExceptionally(new IllegalStateException("failed on purpose"));
    pass(100);
    assertEquals(0, madeUp.get());
  }

  @Test
  void oneThatFailsKeepsNoOtherFromItsTime() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (LogLines log = LogLines.of(Deadlines.class.getName(), Level.ERROR)) {
      Deadlines real = new Deadlines(System::nanoTime, Runnable::run);
      real.start(timer);
      for (int i = 0; i < 20; i++) {
        real.after(0, () -> {
          throw new StackOverflowError("broken on purpose");
        });
      }
      CompletableFuture<String> next = new CompletableFuture<>();
      real.after(200, () -> next.complete("taken"));
      assertEquals("taken", next.get(10, SECONDS));
      assertEquals(20, log.all().size());
    } finally {
      timer.shutdownNow();
    }
  }

  /** A flow that begins at a deadline may keep its thread for as long as it likes. */
  @Test
  void anActionThatHangsHoldsUpNoOther() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch latch = new CountDownLatch(1);
    try {
      Deadlines real = new Deadlines(System::nanoTime, threads);
      real.start(timer);
      for (int i = 0; i < 3; i++) {
        real.after(0, () -> assertDoesNotThrow(() -> latch.await()));
      }
      CompletableFuture<String> next = new CompletableFuture<>();
      real.after(200, () -> next.complete("taken"));
      assertEquals("taken", next.get(20, SECONDS));
    } finally {
      latch.countDown();
      threads.shutdown();
      timer.shutdownNow();
    }
  }

  @Test
  void anActionIsTakenWhereNoThreadIsFree() {
    Deadlines busy = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), task -> {
      throw new RejectedExecutionException("full on purpose");
    });
    busy.after(0, taken::incrementAndGet);
    busy.check();
    assertEquals(1, taken.get());
  }

  /** The flow that begins there is a part of the application, and the timer's thread of nobody. */
  @Test
  void anActionHasTheClassLoaderOfWhoeverAskedForIt() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
    try (URLClassLoader own = new URLClassLoader(new URL[0])) {
      thread.setContextClassLoader(own);
      deadlines.after(100, () -> seen.complete(Thread.currentThread().getContextClassLoader()));
      thread.setContextClassLoader(before);
      pass(100);
      assertSame(own, seen.get(10, SECONDS));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void pass(long time) {
    millis.addAndGet(time);
    deadlines.check();
  }
}
