package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class LogRateLimiterTest {

  /** A clock of nanoseconds may begin anywhere, also where it overflows soon. */
  private long nanos = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();
  private final LogRateLimiter limiter = new LogRateLimiter(() -> nanos);

  @Test
  void oneAMinuteIsLetThroughWithTheNumberOfThoseBetween() {
    assertEquals(OptionalLong.of(0), limiter.admit());
    for (int minute = 0; minute < 3; minute++) {
      assertEquals(OptionalLong.empty(), limiter.admit());
      nanos += Duration.ofMinutes(1).toNanos() - 1;
      assertEquals(OptionalLong.empty(), limiter.admit());
      nanos++;
      assertEquals(OptionalLong.of(2), limiter.admit());
    }
  }

  @Test
  void thoseThatNobodyWasToldOfAreTakenOnce() {
    limiter.admit();
    limiter.admit();
    limiter.admit();
    assertEquals(2, limiter.takeLeftOut());
    assertEquals(0, limiter.takeLeftOut());
    nanos += Duration.ofMinutes(1).toNanos();
    assertEquals(OptionalLong.of(0), limiter.admit());
  }
}
