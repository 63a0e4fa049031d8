package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Ends waits at their deadlines. One task looks at all of them a few times a second: nearly all are cancelled long before, and a
 * timer for each would cost a callback more than the rest of its administration. What follows a wait may be the run of a flow, so
 * that actions don't run on the timer's thread, for which all other deadlines would wait. Thread-safe.
 */
public final class Deadlines {

  private static final SafeLogger LOGGER = SafeLogger.of(Deadlines.class);
  /** By so much an action may be late. */
  private static final long PRECISION_MILLIS = 100;

  private final LongSupplier nanoClock;
  private final Executor threads;
  private final Set<Pending> all = ConcurrentHashMap.newKeySet();

  /**
   * @param nanoClock tells the time in nanoseconds, from any start
   * @param threads run the actions; where they are busy, the timer's does
   */
  public Deadlines(LongSupplier nanoClock, Executor threads) {
    this.nanoClock = nanoClock;
    this.threads = threads;
  }

  /** @param timer looks at the deadlines until it is stopped */
  public void start(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(new RepeatedTask("The check for deadlines", this::check), PRECISION_MILLIS, PRECISION_MILLIS,
        MILLISECONDS);
  }

  /**
   * @param millis the time until the action is taken
   * @param action runs with the context class loader of the caller
   * @return takes the action back
   */
  public Deadline after(long millis, Runnable action) {
    Pending pending = new Pending(nanoClock.getAsLong() + MILLISECONDS.toNanos(millis), action,
                                  Thread.currentThread().getContextClassLoader());
    all.add(pending);
    return () -> all.remove(pending);
  }

  /**
   * @param future what is waited for
   * @param millis how long
   * @param otherwise what takes its place at the deadline
   * @return the future's result, or the other one
   */
  public <T> CompletableFuture<T> within(CompletableFuture<T> future, long millis, Supplier<T> otherwise) {
    if (future.isDone()) {
      return future;
    }
    CompletableFuture<T> bounded = new CompletableFuture<>();
    Deadline deadline = after(millis, () -> bounded.complete(otherwise.get()));
    future.whenComplete((result, failure) -> {
      deadline.cancel();
      if (failure == null) {
        bounded.complete(result);
      } else {
        bounded.completeExceptionally(failure);
      }
    });
    return bounded;
  }

  /** Takes the actions whose time has come. */
  public void check() {
    long now = nanoClock.getAsLong();
    for (Pending each : all) {
      if (now - each.dueNanos >= 0 && all.remove(each)) {
        if (!HandOver.to(threads, each::take)) {
          each.take();
        }
      }
    }
  }

  private static final class Pending {

    private final long dueNanos;
    private final Runnable action;
    private final ClassLoader classLoader;

    private Pending(long dueNanos, Runnable action, ClassLoader classLoader) {
      this.dueNanos = dueNanos;
      this.action = action;
      this.classLoader = classLoader;
    }

    private void take() {
      ContextClassLoaders.run(classLoader, () -> {
        try {
          action.run();
        } catch (RuntimeException | Error e) {
          // a timer's task that throws is not run again
          LOGGER.error("A task that was due at a deadline failed", e);
        }
      });
    }
  }
}
