package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.function.LongSupplier;

/**
 * The time of day that goes on as it was when this was made, also where somebody sets the machine's clock: what is due is not due
 * a day later or at once for that. Thread-safe.
 */
public final class SteadyClock implements LongSupplier {

  /** The time in milliseconds since some moment; it never goes back. */
  public static final LongSupplier MONOTONIC_MILLIS = () -> NANOSECONDS.toMillis(System.nanoTime());

  private final long startMillis;
  private final long startNanos;
  private final LongSupplier nanos;

  public SteadyClock() {
    this(System.currentTimeMillis(), System::nanoTime);
  }

  SteadyClock(long startMillis, LongSupplier nanos) {
    this.startMillis = startMillis;
    this.startNanos = nanos.getAsLong();
    this.nanos = nanos;
  }

  /** @return the time in milliseconds since 1970 */
  @Override
  public long getAsLong() {
    return startMillis + NANOSECONDS.toMillis(nanos.getAsLong() - startNanos);
  }
}
