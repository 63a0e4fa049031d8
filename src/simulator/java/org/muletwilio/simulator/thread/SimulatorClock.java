package org.muletwilio.simulator.thread;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The simulator's time: that of the machine, unless it is stopped, stepped or moved on. */
public final class SimulatorClock {

  /** Something that is to happen, and whether the simulator is idle although it still is. */
  private record Task(long due, long order, boolean background, Runnable action) {
  }

  /** Takes back what was planned. */
  public interface Planned {

    void cancel();
  }

  private static final Duration LONGEST_MOVE = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor executor;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
  private final long origin = System.nanoTime();
  private final Instant started = Instant.now();
  private ScheduledFuture<?> alarm;
  private long order;
  private long ahead;
  private boolean stopped;
  private boolean moving;
  private long heldAt;
  private long target;
  private int active;

  /** @param executor with one thread, on which all happens */
  public SimulatorClock(ScheduledThreadPoolExecutor executor) {
    this.executor = executor;
    executor.setRemoveOnCancelPolicy(true);
  }

  /** The date and time of the simulator. */
  public Instant now() {
    return started.plusNanos(nanos());
  }

  /** Nanoseconds since the start, as the simulator counts them. */
  public synchronized long nanos() {
    return stopped || moving ? heldAt : System.nanoTime() - origin + ahead;
  }

  /** Plans an action. */
  public Planned schedule(Runnable action, Duration pause) {
    return plan(new Task(nanos() + pause.toNanos(), nextOrder(), false, action));
  }

  /** Plans an action for a date; until then the simulator can be idle. */
  public Planned at(Instant date, Runnable action) {
    return plan(new Task(Duration.between(started, date).toNanos(), nextOrder(), true, action));
  }

  /** Plans an action. */
  public Planned schedule(Runnable action, long pause, TimeUnit unit) {
    return schedule(action, Duration.ofNanos(unit.toNanos(pause)));
  }

  /** Stops the time: nothing happens by itself any more. */
  public synchronized void stop() {
    heldAt = nanos();
    stopped = true;
    arm();
  }

  /** Lets the time run again. */
  public synchronized void run() {
    if (stopped) {
      stopped = false;
      ahead = moving ? ahead : heldAt - (System.nanoTime() - origin);
      arm();
    }
  }

  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Moves the time on: what is to happen until then happens now, in its order. Not for the clock's own thread. */
  public synchronized void advance(Duration by) {
    awaitMove();
    heldAt = nanos();
    target = heldAt + by.toNanos();
    moving = true;
    arm();
    awaitMove();
  }

  /** Waits until a move is over, for as long as a move may take. */
  private void awaitMove() {
    long end = System.nanoTime() + LONGEST_MOVE.toNanos();
    try {
      while (moving && System.nanoTime() < end) {
        wait(LONGEST_MOVE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Moves the time on to what happens next.
   *
   * @return whether anything is planned
   */
  public synchronized boolean step() {
    awaitMove();
    Task next = tasks.peek();
    if (next != null) {
      advance(Duration.ofNanos(Math.max(0, next.due - nanos())));
    }
    return next != null;
  }

  /** Whether nothing is planned but for a date. */
  public synchronized boolean idle() {
    return active == 0 && !moving && tasks.stream().allMatch(Task::background);
  }

  private synchronized long nextOrder() {
    return order++;
  }

  private synchronized Planned plan(Task task) {
    tasks.add(task);
    if (tasks.peek() == task) {
      arm();
    }
    return () -> cancel(task);
  }

  private synchronized void cancel(Task task) {
    tasks.remove(task);
  }

  /** Wakes up for the first task, or for the end of a move. */
  private synchronized void arm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
    if (!moving && (stopped || tasks.isEmpty())) {
      return;
    }
    try {
      alarm = executor.schedule(this::ring, moving ? 0 : Math.max(0, tasks.peek().due - nanos()), NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The simulator is closing
      tasks.clear();
      endMove();
    }
  }

  private void ring() {
    try {
      for (Runnable action = next(); action != null; action = next()) {
        try {
          action.run();
        } finally {
          finished();
        }
      }
    } finally {
      arm();
    }
  }

  private synchronized Runnable next() {
    Task first = tasks.peek();
    long until = moving ? target : stopped ? Long.MIN_VALUE : nanos();
    if (first == null || first.due > until) {
      endMove();
      return null;
    }
    heldAt = Math.max(heldAt, first.due);
    active++;
    return tasks.remove().action;
  }

  private void endMove() {
    if (moving) {
      moving = false;
      heldAt = target;
      ahead = target - (System.nanoTime() - origin);
      notifyAll();
    }
  }

  private synchronized void finished() {
    active--;
  }
}
