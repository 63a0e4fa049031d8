package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;

/** An executor over a pool of the test, and work that lasts until the test lets it end. */
abstract class ExecutorFixture {

  final ExecutorService pool = Executors.newCachedThreadPool();
  final CountDownLatch latch = new CountDownLatch(1);
  final AtomicInteger running = new AtomicInteger();
  final AtomicInteger most = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();
  final BoundedExecutor executor = new BoundedExecutor(pool, 3, 4);

  @AfterEach
  void end() {
    latch.countDown();
    pool.shutdown();
  }

  void submitWhenFree() {
    for (long end = System.nanoTime() + SECONDS.toNanos(10);;) {
      try {
        executor.execute(this::work);
        return;
      } catch (RejectedExecutionException e) {
        assertTrue(System.nanoTime() < end);
      }
    }
  }

  void work() {
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

  void awaitRunning(int number) {
    for (long end = System.nanoTime() + SECONDS.toNanos(10); running.get() < number; Thread.yield()) {
      assertTrue(System.nanoTime() < end, () -> running + " of " + number);
    }
  }

  synchronized void awaitEnded(int number) throws InterruptedException {
    for (long end = System.nanoTime() + SECONDS.toNanos(10); ended.get() < number;) {
      long left = end - System.nanoTime();
      assertFalse(left <= 0, () -> ended + " of " + number);
      SECONDS.timedWait(this, Math.max(1, left / SECONDS.toNanos(1)));
    }
  }
}
