package org.muletwilio.internal.callback.schedule;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Hands one task over to a pool, and never runs it on the caller's thread, as some of Mule's pools do when they are full. */
public final class HandOver implements Runnable {

  private static final SafeLogger LOGGER = SafeLogger.of(HandOver.class);

  private final Runnable task;
  /** Only its own thread reads what it has set here to any effect. */
  private Thread caller = Thread.currentThread();
  private boolean refused;

  private HandOver(Runnable task) {
    this.task = task;
  }

  /** @return whether a thread of the pool runs the task; if not, it does not run */
  public static boolean to(Executor pool, Runnable task) {
    HandOver handOver = new HandOver(task);
    try {
      pool.execute(handOver);
      return !handOver.refused;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // also where the machine has no more threads
      LOGGER.debug("A task could not start", e);
      return false;
    } finally {
      // the caller may be a thread of the pool itself, which takes the task from the pool's queue later
      handOver.caller = null;
    }
  }

  /** @return hands over to the pool, and throws a {@link RejectedExecutionException} where none of its threads runs the task */
  public static Executor orReject(Executor pool) {
    return task -> {
      if (!to(pool, task)) {
        throw new RejectedExecutionException("the pool of IO threads is full");
      }
    };
  }

  @Override
  public void run() {
    if (Thread.currentThread() == caller) {
      refused = true;
    } else {
      task.run();
    }
  }
}
