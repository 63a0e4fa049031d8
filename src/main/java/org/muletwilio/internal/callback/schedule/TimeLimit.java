package org.muletwilio.internal.callback.schedule;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The time limit of something in progress: a task that runs when the time is up, unless it is cancelled before. Thread-safe. */
public final class TimeLimit {

  private Future<?> pending;

  /**
   * @param schedule schedules the task
   * @return whether it will run, unless it is cancelled: not so once the schedulers are stopped
   */
  public boolean start(Supplier<Future<?>> schedule) {
    try {
      Future<?> scheduled = schedule.get();
      synchronized (this) {
        pending = scheduled;
      }
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Cancels the task, if there is one. */
  public void cancel() {
    Future<?> cancelled;
    synchronized (this) {
      cancelled = pending;
      pending = null;
    }
    if (cancelled != null) {
      cancelled.cancel(false);
    }
  }
}
