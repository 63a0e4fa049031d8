package org.muletwilio.internal.callback.schedule;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;

/** A task that is repeated whatever goes wrong in one of its runs: a scheduler never runs a task again that has thrown. */
public final class RepeatedTask implements Runnable {

  private static final SafeLogger LOGGER = SafeLogger.of(RepeatedTask.class);

  private final String name;
  private final Runnable task;
  private final LogRateLimiter failures = new LogRateLimiter(System::nanoTime);

  /**
   * @param name what it does, for the log, such as "The check for deadlines"
   * @param task is run each time
   */
  public RepeatedTask(String name, Runnable task) {
    this.name = name;
    this.task = task;
  }

  @Override
  public void run() {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failures.admit().ifPresent(leftOut -> LOGGER.error("{} failed, and will run again", name, e));
    }
  }
}
