package org.muletwilio.internal.callback.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class SteadyClockTest {

  @Test
  void itGoesOnFromTheTimeOfDayWithACounterThatMayOverflow() {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    SteadyClock clock = new SteadyClock(1_700_000_000_000L, nanos::get);
    assertEquals(1_700_000_000_000L, clock.getAsLong());
    nanos.addAndGet(5_000_000_000L);
    assertEquals(1_700_000_005_000L, clock.getAsLong());
  }

  @Test
  void itBeginsAtTheTimeOfDay() {
    long before = System.currentTimeMillis();
    long time = new SteadyClock().getAsLong();
    assertTrue(time >= before && time <= System.currentTimeMillis());
  }
}
