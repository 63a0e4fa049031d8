package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited, and when it is given up. */
class RateLimitBackOffTest {

  private final FakeTimer time = new FakeTimer();

  @Test
  void waitsTwiceAsLongEachTimeGiveOrTakeATenthAndFiveTriesAreEnough() {
    RateLimitBackOff backOff = backOff(30_000);
    for (int i = 0; i < 4; i++) {
      long usual = 100L << i;
      assertEquals(usual, backOff.next(Optional.empty()).orElseThrow(), usual / 10.0);
    }
    assertEquals(OptionalLong.empty(), backOff.next(Optional.empty()));
  }

  @Test
  void twiliosWishGoesFirst() {
    RateLimitBackOff backOff = backOff(30_000);
    assertEquals(OptionalLong.of(2000), backOff.next(Optional.of("2")));
    assertEquals(OptionalLong.of(0), backOff.next(Optional.of(" 0 ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 31 Dec 1999 23:59:59 GMT", "", "-5", "1.5", "99999999999999999999"})
  void whatIsNotANumberOfSecondsIsIgnored(String retryAfter) {
    assertEquals(100, backOff(30_000).next(Optional.of(retryAfter)).orElseThrow(), 10);
  }

  @ParameterizedTest
  @CsvSource({"30000, 30, true", "29999, 30, false", "30000, 31, false", "30000, 9223372036854775807, false", "0, 1, false"})
  void nobodyWaitsPastTheBudget(long budget, String retryAfter, boolean waits) {
    assertEquals(waits, backOff(budget).next(Optional.of(retryAfter)).isPresent());
  }

  @Test
  void theRequestsOwnTimeCounts() {
    RateLimitBackOff backOff = backOff(1000);
    time.pass(950);
    assertEquals(OptionalLong.empty(), backOff.next(Optional.empty()));
  }

  /** Those that were throttled together don't come back together. */
  @Test
  void delaysDifferByATenthUpAndDown() {
    LongSummaryStatistics delays = LongStream.range(0, 2000).map(i -> backOff(30_000).next(Optional.empty()).orElseThrow())
        .summaryStatistics();
    assertEquals(90, delays.getMin());
    assertEquals(110, delays.getMax());
  }

  @Test
  void noBudgetNoRepeat() {
    assertEquals(OptionalLong.empty(), backOff(0).next(Optional.empty()));
    assertEquals(OptionalLong.empty(), backOff(0).next(Optional.of("0")));
  }

  private RateLimitBackOff backOff(long budgetMillis) {
    return new RateLimitBackOff(budgetMillis, time::millis);
  }
}
