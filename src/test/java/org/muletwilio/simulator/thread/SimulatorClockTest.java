package org.muletwilio.simulator.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time that stands still, is stepped and moved on. */
class SimulatorClockTest {

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final SimulatorClock clock = new SimulatorClock(executor);
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  private void plan(String what, Duration after) {
    clock.schedule(() -> happened.add(what), after);
  }

  private String next() throws InterruptedException {
    return String.valueOf(happened.poll(10, SECONDS));
  }

  @Test
  void letsThingsHappenInTheirOrder() throws Exception {
    plan("second", Duration.ofMillis(40));
    plan("first", Duration.ofMillis(5));
    plan("same time, later planned", Duration.ofMillis(40));
    assertEquals(List.of("first", "second"), List.of(next(), next()));
  }

  @Test
  void standsStillAndIsStepped() throws Exception {
    clock.stop();
    Instant then = clock.now();
    plan("later", Duration.ofHours(2));
    plan("soon", Duration.ZERO);
    assertFalse(clock.idle());
    assertTrue(clock.step());
    assertEquals("soon", next());
    assertEquals(then, clock.now());
    assertTrue(happened.isEmpty());
    assertTrue(clock.step());
    assertEquals("later", next());
    assertEquals(then.plus(Duration.ofHours(2)), clock.now());
    assertFalse(clock.step());
  }

  @Test
  void moveOnTakesWhatFollowsAlong() throws Exception {
    clock.stop();
    Instant then = clock.now();
    chain(3);
    plan("after the move", Duration.ofMinutes(11));
    clock.advance(Duration.ofMinutes(10));
    assertEquals(List.of("3", "2", "1"), List.of(next(), next(), next()));
    awaitNow(then.plus(Duration.ofMinutes(10)));
    assertTrue(happened.isEmpty());
  }

  private void chain(int count) {
    if (count > 0) {
      clock.schedule(() -> {
        happened.add(String.valueOf(count));
        chain(count - 1);
      }, Duration.ofMinutes(3));
    }
  }

  private void awaitNow(Instant date) {
    long end = System.nanoTime() + SECONDS.toNanos(10);
    while (!clock.now().equals(date) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertEquals(date, clock.now());
  }

  @Test
  void runsOnFromWhereItWas() throws Exception {
    clock.stop();
    Instant then = clock.now();
    plan("soon", Duration.ofMillis(20));
    clock.run();
    assertEquals("soon", next());
    assertTrue(Duration.between(then, clock.now()).compareTo(Duration.ofSeconds(10)) < 0);
    clock.advance(Duration.ofDays(1));
    plan("tomorrow", Duration.ofMillis(1));
    assertEquals("tomorrow", next());
    assertTrue(Duration.between(then, clock.now()).compareTo(Duration.ofDays(1)) > 0);
  }

  @Test
  void isIdleUntilADateAndForgetsWhatIsTakenBack() throws Exception {
    clock.at(clock.now().plus(Duration.ofHours(1)), () -> happened.add("date"));
    assertTrue(clock.idle());
    clock.schedule(() -> happened.add("taken back"), Duration.ofMillis(200)).cancel();
    assertTrue(clock.idle());
    clock.advance(Duration.ofHours(1));
    assertEquals("date", next());
  }

  @Test
  void goesOnAfterAFailure() throws Exception {
    clock.schedule(() -> {
      throw new IllegalStateException("planned");
    }, Duration.ZERO);
    plan("next", Duration.ofMillis(1));
    assertEquals("next", next());
  }
}
