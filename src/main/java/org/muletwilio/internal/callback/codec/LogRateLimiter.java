package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets one of many similar warnings a minute through and counts the rest, so that a flood of events writes few lines. */
public final class LogRateLimiter {

  private static final long PAUSE_NANOS = MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private final AtomicLong next;
  private final AtomicLong leftOut = new AtomicLong();

  /** @param nanos tells the time in nanoseconds */
  public LogRateLimiter(LongSupplier nanos) {
    this.nanos = nanos;
    this.next = new AtomicLong(nanos.getAsLong());
  }

  /** @return how many were left out since the last that was let through, or empty where this one is to be left out */
  public OptionalLong admit() {
    long now = nanos.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
      return OptionalLong.of(takeLeftOut());
    }
    leftOut.incrementAndGet();
    return OptionalLong.empty();
  }

  /** @return how many were left out and nobody has been told of */
  public long takeLeftOut() {
    return leftOut.getAndSet(0);
  }
}
