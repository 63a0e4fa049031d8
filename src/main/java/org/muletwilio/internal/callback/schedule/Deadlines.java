package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Ends waits at their deadlines. One task looks at all of them a few times a second: nearly all are cancelled long before, and a
 * timer for each would cost a callback more than the rest of its administration. Thread-safe.
 */
public final class Deadlines {

  private static final SafeLogger LOGGER = SafeLogger.of(Deadlines.class);
  /** By so much an action may be late. */
  private static final long PRECISION_MILLIS = 100;

  private final LongSupplier nanoClock;
  private final Set<Pending> all = ConcurrentHashMap.newKeySet();

  /** @param nanoClock tells the time in nanoseconds, from any start */
  public Deadlines(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** @param timer looks at the deadlines until it is stopped */
  public void start(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(this::check, PRECISION_MILLIS, PRECISION_MILLIS, MILLISECONDS);
  }

  /**
   * @param millis the time until the action is taken
   * @param action must be short: all others wait for it
   * @return takes the action back
   */
  public Deadline after(long millis, Runnable action) {
    Pending pending = new Pending(nanoClock.getAsLong() + MILLISECONDS.toNanos(millis), action);
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
        take(each.action);
      }
    }
  }

  private static void take(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      // a task that throws is not run again
      LOGGER.error("What is due at a deadline failed", e);
    }
  }

  private static final class Pending {

    private final long dueNanos;
    private final Runnable action;

    private Pending(long dueNanos, Runnable action) {
      this.dueNanos = dueNanos;
      this.action = action;
    }
  }
}
