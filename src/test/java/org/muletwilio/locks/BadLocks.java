package org.muletwilio.locks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** Each way in which something may wait under a lock, and some in which nothing does. Only read, never run. */
final class BadLocks {

  private final CountDownLatch latch = new CountDownLatch(1);
  private final CompletableFuture<Void> future = new CompletableFuture<>();
  private Part part = new Stuck();
  private int count;

  synchronized void method() throws InterruptedException {
    waits();
  }

  void block() throws InterruptedException {
    synchronized (latch) {
      latch.await();
    }
  }

  /** A return in a block leaves the monitor, and what follows holds it all the same. */
  boolean early(Executor executor) {
    synchronized (this) {
      if (count > 0) {
        return false;
      }
      executor.execute(() -> count++);
    }
    return true;
  }

  synchronized void through() throws InterruptedException {
    part.run();
  }

  synchronized void future() {
    future.complete(null);
  }

  void afterwards(Executor executor) throws InterruptedException {
    synchronized (this) {
      count++;
    }
    executor.execute(this::counted);
    waits();
  }

  /** A wait for the monitor itself gives it up. */
  synchronized void counted() {
    while (count == 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void waits() throws InterruptedException {
    latch.await();
  }

  /** What may be something else at run time. */
  interface Part {

    void run() throws InterruptedException;
  }

  /** Waits. */
  final class Stuck implements Part {

    @Override
    public void run() throws InterruptedException {
      latch.await();
    }
  }
}
