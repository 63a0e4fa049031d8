package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.concurrent.Semaphore;

/** How many callbacks one endpoint takes at a time. Nothing waits in memory: what is too much is refused at once. */
final class ConcurrencyLimit {

  private static final SafeLogger LOGGER = SafeLogger.of(ConcurrencyLimit.class);

  private final String config;
  private final int most;
  private final Semaphore free;
  private final LogRateLimiter warnings = new LogRateLimiter(System::nanoTime);

  /**
   * @param config the config's name, for the log
   * @param most how many callbacks are taken at a time
   */
  ConcurrencyLimit(String config, int most) {
    this.config = config;
    this.most = most;
    this.free = new Semaphore(this.most);
  }

  /** @return how many callbacks are taken at a time */
  int getMost() {
    return most;
  }

  /** @return whether there is room for one more, which then must {@link #leave()} */
  boolean enter() {
    if (free.tryAcquire()) {
      return true;
    }
    if (warnings.admit().isPresent()) {
      LOGGER.warn("Config '{}' has {} callbacks in progress and refuses more with 503. See maxConcurrency in "
          + "http-callback-config", config, most);
    }
    return false;
  }

  void leave() {
    free.release();
  }

  /** Waits until none is in progress, but no longer than the time given. Nobody enters any more. */
  void awaitEmpty(long millis) {
    try {
      if (!free.tryAcquire(most, millis, MILLISECONDS)) {
        LOGGER.warn("Config '{}' stops with {} callbacks still in progress", config, most - free.availablePermits());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
