package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.lifecycle.Waiting;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * How long the stops of an application's sources wait for Twilio. They come one after the other: where one has waited in vain,
 * the next ones hardly wait, so that the application's stop does not take as many times as long as it has sources. Thread-safe.
 */
final class RestoreWaits {

  static final long LONGEST_MILLIS = 10_000;
  static final long SHORT_MILLIS = 500;

  private final long longestMillis;
  private final LongSupplier millis;
  private volatile boolean inVain;
  private volatile long inVainSince;

  /**
   * @param longestMillis how long one waits
   * @param millis a monotonic clock
   */
  RestoreWaits(long longestMillis, LongSupplier millis) {
    this.longestMillis = longestMillis;
    this.millis = millis;
  }

  /**
   * @param restored ends in another thread
   * @return its result
   * @throws MuleException that the other thread threw, or that says that Twilio takes too long
   */
  boolean await(CompletableFuture<Boolean> restored) throws MuleException {
    boolean done = false;
    try {
      boolean result = Waiting.await(restored, getMillis(), "Twilio's answer");
      done = true;
      return result;
    } finally {
      inVain = !done && !restored.isDone();
      inVainSince = millis.getAsLong();
    }
  }

  /** @return how long the next one waits */
  long getMillis() {
    return inVain && millis.getAsLong() - inVainSince < longestMillis ? SHORT_MILLIS : longestMillis;
  }
}
