package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Holds the callbacks of one config that Mule's back pressure refuses until their flow has room: a flow with a source refuses an
 * event while it runs as many as it may, where a flow that is run by its name takes it. Bounded in number and in time.
 * Thread-safe.
 */
public final class BackPressure {

  private static final SafeLogger LOGGER = SafeLogger.of(BackPressure.class);

  private final String config;
  private final int most;
  private final Deadlines deadlines;
  private final Executor threads;
  private final LongSupplier nanoClock;
  private final LogRateLimiter warnings;
  private final Map<String, BackPressureQueue> queues = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param config the config's name, for the log
   * @param most how many callbacks wait at a time, for all flows
   * @param deadlines make the callbacks try again
   * @param threads where a callback tries again after the end of a run
   * @param nanoClock tells the time in nanoseconds
   */
  public BackPressure(String config, int most, Deadlines deadlines, Executor threads, LongSupplier nanoClock) {
    this.config = config;
    this.most = most;
    this.deadlines = deadlines;
    this.threads = threads;
    this.nanoClock = nanoClock;
    this.warnings = new LogRateLimiter(nanoClock);
  }

  /**
   * @param flow the flow's name
   * @param millis how long a callback waits until the flow has room
   * @param attempt gives the callback to the flow; ends with {@link CallbackAnswer#FLOW_BUSY} where it has no room
   * @return how the flow ends; that it is unavailable, where it has no room in time
   */
  CompletableFuture<CallbackAnswer> run(String flow, long millis, Supplier<CompletableFuture<CallbackAnswer>> attempt) {
    WaitingCallback callback = new WaitingCallback(this, flow, attempt, nanoClock.getAsLong() + MILLISECONDS.toNanos(millis));
    BackPressureQueue queue = queues.get(flow);
    if (queue == null || queue.isEmpty()) {
      callback.tryOnce();
    } else if (add(callback)) {
      queue.tryFirst();
    }
    return callback.getEnd();
  }

  boolean isDue(long dueNanos) {
    return nanoClock.getAsLong() - dueNanos >= 0;
  }

  /**
   * @param callback waits until its flow has room
   * @return whether it does; if not, it has been refused
   */
  boolean add(WaitingCallback callback) {
    BackPressureQueue queue = queues.computeIfAbsent(callback.getFlow(), flow -> new BackPressureQueue(deadlines, threads));
    if (!callback.hasPlace()) {
      if (waiting.incrementAndGet() > most) {
        waiting.decrementAndGet();
        refuse(callback, most + " callbacks wait for flows already");
        return false;
      }
      callback.setPlace(queue.nextPlace());
      LOGGER.debug("A callback of config '{}' waits until flow '{}' has room", config, callback.getFlow());
    }
    if (callback.isDue()) {
      giveUp(callback);
      return false;
    }
    queue.add(callback);
    return true;
  }

  /** @param callback waits no longer */
  void leave(WaitingCallback callback) {
    if (callback.hasPlace()) {
      waiting.decrementAndGet();
    }
  }

  /** @param flow the name of a flow that may have room for one more: a run has ended */
  void tryNext(String flow) {
    BackPressureQueue queue = queues.get(flow);
    if (queue != null) {
      queue.tryFirstSoon();
    }
  }

  void giveUp(WaitingCallback callback) {
    refuse(callback, "it has waited as long as it may");
  }

  private void refuse(WaitingCallback callback, String reason) {
    if (warnings.admit().isPresent()) {
      LOGGER.warn("Flow '{}' of config '{}' is too busy to run for a callback, which is answered 503: {}. Raise the flow's "
          + "maxConcurrency, or make its runs shorter. This is logged once a minute", callback.getFlow(), config, reason);
    }
    callback.end(CallbackAnswer.FLOW_UNAVAILABLE, null);
  }
}
