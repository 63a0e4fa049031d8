package org.muletwilio.internal.callback.schedule;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs few tasks at a time on the threads of a pool that many share, and lets a bounded number wait. Whoever hands a task over
 * never waits, as Mule's own limit for its schedulers ({@code withMaxConcurrentTasks}) would have some callers do, and never runs
 * it, as some pools do when they are full. Thread-safe.
 */
public final class BoundedExecutor implements Executor {

  private static final SafeLogger LOGGER = SafeLogger.of(BoundedExecutor.class);

  private final Executor threads;
  private final int mostRunning;
  private final int mostWaiting;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;
  private boolean stopped;

  /**
   * @param threads run the tasks
   * @param mostRunning how many run at a time
   * @param mostWaiting how many wait for their turn
   */
  public BoundedExecutor(Executor threads, int mostRunning, int mostWaiting) {
    this.threads = threads;
    this.mostRunning = mostRunning;
    this.mostWaiting = mostWaiting;
  }

  /**
   * @param task runs with the context class loader of the caller
   * @throws RejectedExecutionException if too many wait, the pool has no free thread, or this is stopped
   */
  @Override
  public void execute(Runnable task) {
    ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
    Runnable own = () -> run(task, classLoader);
    if (startsNow(own) && !HandOver.to(threads, () -> runFrom(own)) && !isLeftToOthers(own)) {
      throw new RejectedExecutionException("The pool has no free thread");
    }
  }

  /** Drops the tasks that wait, and takes no more. Those that run go on. */
  public synchronized void stop() {
    stopped = true;
    waiting.clear();
  }

  private synchronized boolean startsNow(Runnable task) {
    if (stopped) {
      throw new RejectedExecutionException("The application stops");
    }
    if (running < mostRunning) {
      running++;
      return true;
    }
    if (waiting.size() >= mostWaiting) {
      throw new RejectedExecutionException(running + " tasks run and " + waiting.size() + " wait");
    }
    waiting.add(task);
    return false;
  }

  /** @return whether a task that could not start waits for one that runs */
  private synchronized boolean isLeftToOthers(Runnable task) {
    running--;
    return running > 0 && waiting.size() < mostWaiting && waiting.add(task);
  }

  private synchronized Runnable next() {
    Runnable next = waiting.poll();
    if (next == null) {
      running--;
    }
    return next;
  }

  private static void run(Runnable task, ClassLoader classLoader) {
    ContextClassLoaders.run(classLoader, () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        LOGGER.error("A task of the Twilio connector failed", e);
      }
    });
  }

  /** Runs one task after the other. */
  private void runFrom(Runnable first) {
    for (Runnable next = first; next != null; next = next()) {
      next.run();
      // an interrupt of one task must not reach the next one, as in every pool
      Thread.interrupted();
    }
  }
}
