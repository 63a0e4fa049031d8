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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final CountDownLatch latch = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final BoundedExecutor executor = new BoundedExecutor(pool, 3, 4);

  @AfterEach
  void end() {
    latch.countDown();
    pool.shutdown();
  }

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

  @Test
  void aPoolThatTakesNothingTakesNoPlaceEither() throws Exception {
    AtomicInteger refusals = new AtomicInteger(10);
    Executor full = task -> {
      if (refusals.getAndDecrement() > 0) {
        throw new RejectedExecutionException("full on purpose");
      }
      pool.execute(task);
    };
    BoundedExecutor onFull = new BoundedExecutor(full, 3, 4);
    for (int i = 0; i < 10; i++) {
      assertThrows(RejectedExecutionException.class, () -> onFull.execute(this::work));
    }
    onFull.execute(this::work);
    refusals.set(1);
    onFull.execute(this::work);
    latch.countDown();
    awaitEnded(2);
  }

  /** Its place in the queue has gone to a task that came while the pool refused it. */
  @Test
  void whatThePoolRefusesDoesNotWaitBesideTooManyOthers() throws Exception {
    AtomicInteger handedOver = new AtomicInteger();
    BoundedExecutor[] small = new BoundedExecutor[1];
    small[0] = new BoundedExecutor(task -> {
      if (handedOver.incrementAndGet() == 2) {
        small[0].execute(this::work);
        throw new RejectedExecutionException("full on purpose");
      }
      pool.execute(task);
    }, 2, 1);
    small[0].execute(this::work);
    assertThrows(RejectedExecutionException.class, () -> small[0].execute(this::work));
    latch.countDown();
    awaitEnded(2);
  }

  @Test
  void aPoolThatRunsTasksOnTheCallersThreadIsFull() {
    BoundedExecutor onCaller = new BoundedExecutor(Runnable::run, 3, 4);
    assertThrows(RejectedExecutionException.class, () -> onCaller.execute(this::work));
    assertEquals(0, ended.get());
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

  private void submitWhenFree() {
    for (long end = System.nanoTime() + SECONDS.toNanos(10);;) {
      try {
        executor.execute(this::work);
        return;
      } catch (RejectedExecutionException e) {
        assertTrue(System.nanoTime() < end);
      }
    }
  }

  private void work() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      assertTrue(latch.await(10, SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
      synchronized (this) {
        ended.incrementAndGet();
        notifyAll();
      }
    }
  }

  private void awaitRunning(int number) {
    for (long end = System.nanoTime() + SECONDS.toNanos(10); running.get() < number; Thread.yield()) {
      assertTrue(System.nanoTime() < end, () -> running + " of " + number);
    }
  }

  private synchronized void awaitEnded(int number) throws InterruptedException {
    for (long end = System.nanoTime() + SECONDS.toNanos(10); ended.get() < number;) {
      long left = end - System.nanoTime();
      assertFalse(left <= 0, () -> ended + " of " + number);
      SECONDS.timedWait(this, Math.max(1, left / SECONDS.toNanos(1)));
    }
  }
}
