package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;

/**
 * Lets the thread that waits for a result do the work for it in the meantime, so that those who wait never need a second thread
 * of the pool that they fill.
 */
final class CallerThread implements Executor {

  private static final Runnable WAKE_UP = () -> { };

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Executor afterwards;
  private boolean left;

  /**
   * @param afterwards runs what is left to do when the thread has stopped waiting
   */
  CallerThread(Executor afterwards) {
    this.afterwards = afterwards;
  }

  @Override
  public void execute(Runnable task) {
    if (!queue(task)) {
      afterwards.execute(task);
    }
  }

  /**
   * Called once, by the thread that waits.
   *
   * @throws TimeoutException if there is no result in time
   */
  <T> T await(CompletableFuture<T> result, long longestMillis)
      throws InterruptedException, ExecutionException, TimeoutException {
    result.whenComplete((value, failure) -> queue(WAKE_UP));
    long start = System.nanoTime();
    try {
      while (!result.isDone()) {
        Runnable task = tasks.poll(MILLISECONDS.toNanos(longestMillis) - (System.nanoTime() - start), NANOSECONDS);
        if (task == null) {
          throw new TimeoutException("no result within " + longestMillis + " ms");
        }
        task.run();
      }
      return result.get();
    } finally {
      leave();
    }
  }

  private synchronized boolean queue(Runnable task) {
    return !left && tasks.add(task);
  }

  private void leave() {
    synchronized (this) {
      left = true;
    }
    tasks.stream().filter(task -> task != WAKE_UP).forEach(afterwards::execute);
  }
}
