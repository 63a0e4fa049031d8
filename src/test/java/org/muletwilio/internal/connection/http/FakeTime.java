package org.muletwilio.internal.connection.http;

import java.util.ArrayList;
import java.util.List;

/** Time that passes when somebody waits, or a test says so. */
public final class FakeTime implements Time {

  private final List<Long> waits = new ArrayList<>();
  private long millis;

  @Override
  public synchronized long millis() {
    return millis;
  }

  @Override
  public synchronized void sleep(long wait) {
    waits.add(wait);
    millis += wait;
  }

  public synchronized void pass(long duration) {
    millis += duration;
  }

  /** How long was waited, each time. */
  synchronized List<Long> waits() {
    return List.copyOf(waits);
  }
}
