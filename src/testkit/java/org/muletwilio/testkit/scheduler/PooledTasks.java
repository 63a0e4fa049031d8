package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The tasks of one scheduler that have not ended yet. */
final class PooledTasks {

  private final Set<PooledTask<?>> tasks = ConcurrentHashMap.newKeySet();
  /** Taken only to await the end and to signal it, so that tasks do not block each other. */
  private final Object end = new Object();

  void add(PooledTask<?> task) {
    tasks.add(task);
  }

  void remove(PooledTask<?> task) {
    tasks.remove(task);
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  boolean isOneRunByThisThread() {
    return tasks.stream().anyMatch(PooledTask::isRunByThisThread);
  }

  /** Cancels the tasks that are not due yet. */
  void cancelWaiting() {
    tasks.stream().filter(PooledTask::isWaitingForItsTime).forEach(task -> task.cancel(false));
  }

  /**
   * Cancels all and interrupts those that run.
   *
   * @return those that had not started
   */
  List<Runnable> cancelAll() {
    List<Runnable> notStarted = new ArrayList<>();
    for (PooledTask<?> task : tasks) {
      if (!task.isRunning()) {
        notStarted.add(task);
      }
      task.cancel(true);
    }
    return notStarted;
  }

  /** @return whether a condition about the tasks holds in time; it is evaluated again at each {@link #signal()} */
  boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
    long timeIsUp = System.nanoTime() + nanos;
    synchronized (end) {
      while (!condition.getAsBoolean()) {
        long left = timeIsUp - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        NANOSECONDS.timedWait(end, left);
      }
      return true;
    }
  }

  /** Lets waiting threads evaluate their condition again. */
  void signal() {
    synchronized (end) {
      end.notifyAll();
    }
  }
}
