package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.LogLines;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** How many tasks run and wait, and what becomes of each. */
class BoundedExecutorTest extends ExecutorFixture {

  @Test
  void someRunSomeWaitAndTheRestIsRejected() throws Exception {
    for (int i = 0; i < 7; i++) {
      executor.execute(this::work);
    }
    assertThrows(RejectedExecutionException.class, () -> executor.execute(this::work));
    awaitRunning(3);
    latch.countDown();
    awaitEnded(7);
    assertEquals(3, most.get());
    executor.execute(this::work);
    awaitEnded(8);
  }

  @Test
  void aTaskThatFailsTakesNoPlace() throws Exception {
    latch.countDown();
    try (LogLines log = LogLines.of(BoundedExecutor.class.getName(), Level.ERROR)) {
      for (int i = 0; i < 7; i++) {
        executor.execute(() -> {
          throw new StackOverflowError("broken on purpose");
        });
      }
      for (int i = 1; i <= 10; i++) {
        awaitEnded(i - 1);
        submitWhenFree();
      }
      awaitEnded(10);
      // the last of those that fail may still be told of
      for (long end = System.nanoTime() + SECONDS.toNanos(20); log.all().size() < 7 && System.nanoTime() < end;) {
        Thread.sleep(5);
      }
      assertEquals(7, log.with("A task of the").size());
    }
  }

  /** The thread that handed the task over takes it from the pool's queue. */
  @Test
  void aTaskMayHandOverAnotherToAPoolWithOneThread() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      latch.countDown();
      BoundedExecutor onOne = new BoundedExecutor(one, 3, 4);
      for (int i = 1; i <= 10; i++) {
        onOne.execute(() -> onOne.execute(this::work));
        awaitEnded(i);
      }
    } finally {
      one.shutdownNow();
    }
  }

  /** Some drivers of databases interrupt themselves, and leave it at that. */
  @Test
  void aTaskThatLeavesItsThreadInterruptedInterruptsNoOther() throws Exception {
    BoundedExecutor one = new BoundedExecutor(pool, 1, 4);
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    one.execute(() -> {
      work();
      Thread.currentThread().interrupt();
    });
    one.execute(() -> seen.complete(Thread.currentThread().isInterrupted()));
    latch.countDown();
    assertFalse(seen.get(20, SECONDS));
  }

  @Test
  void whatWaitsIsDroppedAtTheEnd() throws Exception {
    for (int i = 0; i < 7; i++) {
      executor.execute(this::work);
    }
    executor.stop();
    assertThrows(RejectedExecutionException.class, () -> executor.execute(this::work));
    latch.countDown();
    awaitEnded(3);
    pool.shutdown();
    assertTrue(pool.awaitTermination(10, SECONDS));
    assertEquals(3, ended.get());
  }

  @Test
  void aTaskHasTheClassLoaderOfWhoeverHandedItOver() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
    try (URLClassLoader own = new URLClassLoader(new URL[0])) {
      for (int i = 0; i < 3; i++) {
        executor.execute(this::work);
      }
      thread.setContextClassLoader(own);
      executor.execute(() -> seen.complete(Thread.currentThread().getContextClassLoader()));
      latch.countDown();
      assertSame(own, seen.get(10, SECONDS));
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
