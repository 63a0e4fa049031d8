package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * Runs the tasks of requests: those that may wait run on an IO scheduler, and delayed ones start without a thread that sleeps
 * until then. A task that the IO scheduler refuses because it is busy is handed over again until it takes it.
 */
public final class RequestExecutor implements Executor {

  private static final long BUSY_MILLIS = 50;

  private final Executor io;
  private final ScheduledExecutorService timer;
  private final LongSupplier millis;

  /**
   * @param io runs what may wait
   * @param timer runs what hands over to others, at its time; it must queue without a bound
   * @param millis the time in milliseconds since some moment; it never goes back
   */
  public RequestExecutor(Executor io, ScheduledExecutorService timer, LongSupplier millis) {
    this.io = io;
    this.timer = timer;
    this.millis = millis;
  }

  /** Runs a task that may wait. Once the schedulers are stopped it runs at once, since it has to end what was begun. */
  @Override
  public void execute(Runnable task) {
    try {
      io.execute(task);
    } catch (RejectedExecutionException busy) {
      try {
        timer.schedule(() -> execute(task), BUSY_MILLIS, MILLISECONDS);
      } catch (RejectedExecutionException stopped) {
        task.run();
      }
    }
  }

  /**
   * @param delayMillis from now
   * @param task hands over to others and never waits
   * @return takes the task back
   * @throws RejectedExecutionException if the schedulers are stopped
   */
  Future<?> schedule(long delayMillis, Runnable task) {
    return timer.schedule(task, delayMillis, MILLISECONDS);
  }

  /** @return the time in milliseconds since some moment */
  public long millis() {
    return millis.getAsLong();
  }
}
