package org.muletwilio.testkit.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.core.internal.context.DefaultMuleContext;
import org.mule.runtime.core.privileged.event.PrivilegedEvent;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A task of an {@link EmbeddedScheduler}: run once, or again and again until it fails or is cancelled. It runs with the
 * context class loader of the thread that created it, as in Mule's own service.
 */
final class PooledTask<T> extends FutureTask<T> implements RunnableScheduledFuture<T> {

  /** Read here, since a class that is first needed by an interrupted task can't be initialised. */
  private static final ThreadLocal<MuleContext> CURRENT_CONTEXT = DefaultMuleContext.currentMuleContext;

  private final EmbeddedScheduler scheduler;
  private final long period;
  private volatile long dueAt = System.nanoTime();
  private final ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();
  private volatile Future<?> timer;
  private volatile boolean waiting;
  private volatile Thread runner;

  /**
   * @param period nanoseconds; 0 for once, negative from the end of a run to the next one, else from start to start
   */
  PooledTask(EmbeddedScheduler scheduler, Callable<T> callable, long period) {
    super(callable);
    this.scheduler = scheduler;
    this.period = period;
  }

  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    ClassLoader ownClassLoader = thread.getContextClassLoader();
    thread.setContextClassLoader(contextClassLoader);
    runner = thread;
    waiting = false;
    boolean again = false;
    try {
      if (isPeriodic()) {
        again = runAndReset();
      } else {
        super.run();
      }
    } finally {
      runner = null;
      thread.setContextClassLoader(ownClassLoader);
      forgetApplication();
      again = again && !scheduler.isShutdown() && nextRunIsPlanned();
      if (!again) {
        cancel(false);
        scheduler.ended(this);
      }
    }
  }

  /** Mule's own service clears its threads' locals; these two would keep an application in memory. */
  private static void forgetApplication() {
    CURRENT_CONTEXT.remove();
    PrivilegedEvent.setCurrentEvent(null);
  }

  private boolean nextRunIsPlanned() {
    try {
      scheduler.lendLater(this, period < 0 ? -period : Math.max(0, dueAt + period - System.nanoTime()));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  protected void done() {
    if (timer != null) {
      timer.cancel(false);
    }
    if (runner == null) {
      scheduler.ended(this);
    }
  }

  /**
   * Waits for its time before it runs.
   *
   * @param timing starts the timer that will run this task
   */
  void await(long nanos, Supplier<Future<?>> timing) {
    dueAt = System.nanoTime() + nanos;
    waiting = true;
    timer = timing.get();
    if (isDone()) {
      timer.cancel(false);
    }
  }

  boolean isWaitingForItsTime() {
    return waiting;
  }

  boolean isRunning() {
    return runner != null;
  }

  boolean isRunByThisThread() {
    return runner == Thread.currentThread();
  }

  @Override
  public boolean isPeriodic() {
    return period != 0;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(dueAt - System.nanoTime(), NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(getDelay(NANOSECONDS), other.getDelay(NANOSECONDS));
  }
}
