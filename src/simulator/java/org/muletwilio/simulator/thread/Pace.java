package org.muletwilio.simulator.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Runs steps one after another, with a pause before each. */
public final class Pace {

  private final SimulatorClock clock;
  private final Duration pause;

  public Pace(SimulatorClock clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  public <T> void walk(List<T> steps, Consumer<T> action) {
    if (steps.isEmpty()) {
      return;
    }
    after(() -> {
      action.accept(steps.get(0));
      walk(steps.subList(1, steps.size()), action);
    });
  }

  /** Lets something happen at a date; until then the simulator can be idle. */
  public void at(Instant date, Runnable action) {
    clock.at(date, action);
  }

  void after(Runnable action) {
    clock.schedule(action, pause);
  }
}
