package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited, and when it is given up. */
class RateLimitBackOffTest {

  private final FakeTime time = new FakeTime();

  @Test
  void waitsTwiceAsLongEachTimeGiveOrTakeATenthAndFiveTriesAreEnough() {
    RateLimitBackOff backOff = new RateLimitBackOff(30_000, time);
    for (int i = 0; i < 4; i++) {
      assertTrue(backOff.await(Optional.empty()));
    }
    assertFalse(backOff.await(Optional.empty()));
    for (int i = 0; i < 4; i++) {
      long usual = 100L << i;
      assertEquals(usual, time.waits().get(i), usual / 10.0);
    }
  }

  @Test
  void twiliosWishGoesFirst() {
    RateLimitBackOff backOff = new RateLimitBackOff(30_000, time);
    assertTrue(backOff.await(Optional.of("2")));
    assertTrue(backOff.await(Optional.of(" 0 ")));
    assertEquals(List.of(2000L, 0L), time.waits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 31 Dec 1999 23:59:59 GMT", "", "-5", "1.5", "99999999999999999999"})
  void whatIsNoNumberOfSecondsIsIgnored(String retryAfter) {
    assertTrue(new RateLimitBackOff(30_000, time).await(Optional.of(retryAfter)));
    assertEquals(100, time.waits().get(0), 10);
  }

  @ParameterizedTest
  @CsvSource({"30000, 30, true", "29999, 30, false", "30000, 31, false", "30000, 9223372036854775807, false", "0, 1, false"})
  void nobodyWaitsPastTheBudget(long budget, String retryAfter, boolean waits) {
    assertEquals(waits, new RateLimitBackOff(budget, time).await(Optional.of(retryAfter)));
    assertEquals(waits ? 1 : 0, time.waits().size());
  }

  @Test
  void theRequestsOwnTimeCounts() {
    RateLimitBackOff backOff = new RateLimitBackOff(1000, time);
    time.pass(950);
    assertFalse(backOff.await(Optional.empty()));
  }

  @Test
  void noBudgetNoRepeat() {
    assertFalse(new RateLimitBackOff(0, time).await(Optional.empty()));
  }

  @Test
  void anInterruptedWaitIsGivenUp() {
    Thread.currentThread().interrupt();
    assertFalse(new RateLimitBackOff(30_000, Time.SYSTEM).await(Optional.empty()));
    assertTrue(Thread.interrupted());
  }
}
