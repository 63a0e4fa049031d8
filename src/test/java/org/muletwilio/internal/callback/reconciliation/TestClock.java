package org.muletwilio.internal.callback.reconciliation;

import java.time.Duration;

/** Goes on when a test wants it to. */
public final class TestClock {

  private volatile long millis = 1_700_000_000_000L;

  public long millis() {
    return millis;
  }

  public void pass(Duration time) {
    millis += time.toMillis();
  }
}
