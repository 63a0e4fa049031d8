package org.muletwilio.simulator.thread;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Runs steps one after another, with a pause before each. */
public final class Pace {

  private final ScheduledExecutorService scheduler;
  private final Duration pause;

  public Pace(ScheduledExecutorService scheduler, Duration pause) {
    this.scheduler = scheduler;
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

  void after(Runnable action) {
    try {
      scheduler.schedule(action, pause.toNanos(), NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The simulator is closing
    }
  }
}
