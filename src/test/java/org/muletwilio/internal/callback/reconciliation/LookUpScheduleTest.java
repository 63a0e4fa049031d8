package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpScheduleTest {

  private static final long NOW = 1_700_000_000_000L;

  private final AtomicReference<Double> random = new AtomicReference<>(0.5);

  @ParameterizedTest
  @CsvSource({"PT15M,PT0S,PT15M", "PT15M,PT15M,PT15M", "PT15M,PT30M,PT30M", "PT15M,PT5H,PT5H", "PT15M,PT100H,PT6H",
      "PT12H,PT1H,PT12H", "PT12H,PT100H,PT12H", "PT0.3S,PT1S,PT1S"})
  void theNextLookUpComesAfterAsLongAsItIsAwaited(Duration after, Duration awaited, Duration expected) {
    assertEquals(expected.toMillis(), schedule(after).nextMillis(NOW - awaited.toMillis()) - NOW);
  }

  @ParameterizedTest
  @CsvSource({"PT15M,1,PT1M", "PT15M,2,PT2M", "PT15M,5,PT16M", "PT15M,9,PT4H16M", "PT15M,10,PT6H", "PT15M,1000,PT6H",
      "PT0.2S,1,PT0.2S", "PT0.2S,3,PT0.8S", "PT0.2S,2147483647,PT6H"})
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

  /** It would never be looked up once the clock is right again. */
  @ParameterizedTest
  @CsvSource({"PT15M,PT6H36M", "PT10H,PT11H"})
  void whatAProcessStoredWhoseClockWasAYearAheadIsLookedUpAfterTheLongestIntervalAtTheLatest(Duration after, Duration expected) {
    random.set(0.0);
    assertEquals(expected.toMillis(), schedule(after).adoptionMillis(NOW + Duration.ofDays(365).toMillis()) - NOW);
    assertEquals(expected.toMillis(), schedule(after).adoptionMillis(NOW + expected.toMillis()) - NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT15M", "PT1S", "PT400H"})
  void whatAnotherProcessStoredIsLookedUpSoonAfterItIsDue(Duration after) {
    LookUpSchedule schedule = schedule(after);
    random.set(0.999);
    long latest = Math.min(after.toMillis() / 2, 30_000);
    assertTrue(schedule.adoptionMillis(NOW - 1000) - NOW <= latest);
    assertTrue(schedule.adoptionMillis(NOW + 1000) - NOW <= 1000 + latest);
    assertEquals(latest, schedule.longestAdoption());
    random.set(0.5);
    assertEquals(NOW + latest / 2, schedule.adoptionMillis(NOW - 1000));
    random.set(0.0);
    assertEquals(NOW, schedule.adoptionMillis(NOW - 1000));
    assertEquals(NOW + 1000, schedule.adoptionMillis(NOW + 1000));
  }

  @ParameterizedTest
  @CsvSource({"MESSAGE_STATUS,sent,P3D", "MESSAGE_STATUS,scheduled,P38D", "CALL_STATUS,in-progress,P3D",
      "CALL_STATUS,scheduled,P3D"})
  void aStatusIsGivenUpAtAStatedAge(CallbackKind kind, String status, Duration age) {
    LookUpSchedule schedule = schedule(Duration.ofMinutes(15));
    assertFalse(schedule.isOver(pending(kind, age.minusMillis(1)), fetched(kind, status, OptionalLong.empty())));
    assertTrue(schedule.isOver(pending(kind, age), fetched(kind, status, OptionalLong.empty())));
    long begun = NOW - age.minusMillis(1).toMillis();
    assertFalse(schedule.isOver(pending(kind, age.plusDays(1)), fetched(kind, status, OptionalLong.of(begun))));
    assertTrue(schedule.isOver(pending(kind, age.plusDays(1)), fetched(kind, status, OptionalLong.of(begun - 1))));
  }

  @ParameterizedTest
  @CsvSource({"MESSAGE_STATUS,P38D", "CALL_STATUS,P3D"})
  void whatCanNotBeLookedUpIsGivenUpAtAStatedAge(CallbackKind kind, Duration age) {
    assertFalse(schedule(Duration.ofMinutes(15)).isOver(pending(kind, age.minusMillis(1))));
    assertTrue(schedule(Duration.ofMinutes(15)).isOver(pending(kind, age)));
  }

  @Test
  void aFlowThatFailsIsGivenUpAtAStatedAgeAndNotBeforeItWasTriedFiveTimes() {
    CallbackKind kind = CallbackKind.MESSAGE_STATUS;
    FetchedStatus fetched = fetched(kind, "delivered", OptionalLong.empty());
    LookUpSchedule schedule = schedule(Duration.ofMinutes(15));
    assertFalse(schedule.isOver(pending(kind, Duration.ofDays(3)), fetched, 4));
    assertFalse(schedule.isOver(pending(kind, Duration.ofDays(3).minusMillis(1)), fetched, 5));
    assertTrue(schedule.isOver(pending(kind, Duration.ofDays(3)), fetched, 5));
  }

  private static PendingStatus pending(CallbackKind kind, Duration age) {
    return new PendingStatus(new AwaitedStatus(kind, "AC1", "X1"),
        new CallbackRoute("Twilio", kind, "status", Optional.empty(), Map.of()), NOW - age.toMillis(), 0);
  }

  private static FetchedStatus fetched(CallbackKind kind, String status, OptionalLong begun) {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put(kind == CallbackKind.CALL_STATUS ? "CallStatus" : "MessageStatus", status);
    return new FetchedStatus(fields, begun);
  }

  private LookUpSchedule schedule(Duration after) {
    return new LookUpSchedule(after.toMillis(), Duration.ofDays(3).toMillis(), () -> NOW, random::get);
  }
}
