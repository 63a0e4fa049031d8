package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpScheduleTest {

  private static final long NOW = 1_700_000_000_000L;

  private final AtomicReference<Double> random = new AtomicReference<>(0.5);

  @ParameterizedTest
  @CsvSource({"PT15M,PT0S,PT15M", "PT15M,PT15M,PT15M", "PT15M,PT30M,PT30M", "PT15M,PT5H,PT5H", "PT15M,PT100H,PT6H", "PT12H,PT1H,PT12H",
      "PT12H,PT100H,PT12H", "PT0.3S,PT1S,PT1S"})
  void theNextLookUpComesAfterAsLongAsItIsAwaited(Duration after, Duration awaited, Duration expected) {
    assertEquals(expected.toMillis(), schedule(after).nextMillis(NOW - awaited.toMillis()) - NOW);
  }

  @ParameterizedTest
  @CsvSource({"PT15M,1,PT1M", "PT15M,2,PT2M", "PT15M,5,PT16M", "PT15M,9,PT4H16M", "PT15M,10,PT6H", "PT15M,1000,PT6H", "PT0.2S,1,PT0.2S",
      "PT0.2S,3,PT0.8S", "PT0.2S,2147483647,PT6H"})
  void whatFailsIsTriedAgainSoonAndThenLessAndLess(Duration after, int failures, Duration expected) {
    assertEquals(expected.toMillis(), schedule(after).retryMillis(failures) - NOW);
  }

  @ParameterizedTest
  @CsvSource({"PT0.3S,100,1000", "PT2S,500,2000", "PT1M,1000,60000", "PT15M,1000,300000", "PT100H,1000,300000"})
  void whatIsDueAndWhatOthersHaveStoredIsLookedForOftenEnough(Duration after, long pause, long scanPause) {
    assertEquals(pause, schedule(after).pauseMillis());
    assertEquals(scanPause, schedule(after).scanPauseMillis());
  }

  @Test
  void intervalsAreATenthLongerOrShorter() {
    random.set(0.0);
    assertEquals(Duration.ofMinutes(54).toMillis(), schedule(Duration.ofHours(1)).nextMillis(NOW) - NOW);
    random.set(1.0);
    assertEquals(Duration.ofMinutes(66).toMillis(), schedule(Duration.ofHours(1)).nextMillis(NOW) - NOW);
    assertEquals(66_000, schedule(Duration.ofHours(1)).retryMillis(1) - NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT15M", "PT1S", "PT400H"})
  void whatAnotherProcessStoredIsLookedUpSoonAfterItIsDue(Duration after) {
    LookUpSchedule schedule = schedule(after);
    random.set(0.999);
    long latest = Math.min(after.toMillis() / 2, 30_000);
    assertTrue(schedule.adoptionMillis(NOW - 1000) - NOW <= latest);
    assertTrue(schedule.adoptionMillis(NOW + 1000) - NOW <= 1000 + latest);
    random.set(0.0);
    assertEquals(NOW, schedule.adoptionMillis(NOW - 1000));
    assertEquals(NOW + 1000, schedule.adoptionMillis(NOW + 1000));
  }

  private LookUpSchedule schedule(Duration after) {
    return new LookUpSchedule(after.toMillis(), Duration.ofDays(3).toMillis(), () -> NOW, random::get);
  }
}
