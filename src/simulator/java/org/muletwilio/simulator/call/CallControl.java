package org.muletwilio.simulator.call;

import org.muletwilio.simulator.thread.SimulatorClock;
import org.muletwilio.simulator.twiml.Instructions;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The clock of a call: it pauses the call, and lets others end or redirect it. */
public final class CallControl {

  /** A thread that waits looks so often whether it was missed, in milliseconds. */
  private static final long LOOK_AGAIN = 1000;

  private final SimulatorClock clock;
  private final Duration second;
  private final StringBuilder keys = new StringBuilder();
  private Optional<String> speech = Optional.empty();
  private Instructions redirection;
  private boolean pickedUp;
  private boolean declined;
  private boolean hungUp;
  private long talked;

  /** @param second how long a second of the call lasts */
  public CallControl(SimulatorClock clock, Duration second) {
    this.clock = clock;
    this.second = second;
  }

  /** Pauses for some seconds before the call is answered. A redirection waits for the answer. */
  public synchronized void pauseBeforeAnswer(int time) throws CallEnded, InterruptedException {
    elapse(time, () -> hungUp);
    if (hungUp) {
      throw new CallEnded("canceled");
    }
  }

  /** Lets the phone ring until somebody picks up, declines, or for so many seconds. */
  public synchronized void ring(int time) throws CallEnded, InterruptedException {
    elapse(time, () -> hungUp || pickedUp || declined);
    if (!pickedUp) {
      throw new CallEnded(hungUp ? "canceled" : declined ? "busy" : "no-answer");
    }
  }

  /** Starts to count the seconds of the call, which was just answered. */
  public synchronized void restart() {
    talked = 0;
  }

  /** Pauses for some seconds, or until a condition holds, unless the call is ended or redirected. */
  public synchronized void pause(int time, BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException {
    elapse(time, () -> hungUp || redirection != null || enough.getAsBoolean());
    interfere();
  }

  /** Waits until something becomes true, unless somebody wants the call to do something else. */
  public synchronized void await(BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException {
    long start = clock.nanos();
    while (!hungUp && redirection == null && !enough.getAsBoolean()) {
      wait(LOOK_AGAIN);
    }
    talked += clock.nanos() - start;
    interfere();
  }

  private void interfere() throws CallEnded, CallRedirected {
    if (hungUp) {
      throw new CallEnded("completed");
    }
    if (redirection != null) {
      Instructions next = redirection;
      redirection = null;
      throw new CallRedirected(next);
    }
  }

  private void elapse(int time, BooleanSupplier enough) throws InterruptedException {
    long start = clock.nanos();
    long end = start + time * second.toNanos();
    if (clock.nanos() >= end || enough.getAsBoolean()) {
      return;
    }
    SimulatorClock.Planned alarm = clock.schedule(this::wake, Duration.ofNanos(end - clock.nanos()));
    try {
      while (clock.nanos() < end && !enough.getAsBoolean()) {
        wait(LOOK_AGAIN);
      }
    } finally {
      alarm.cancel();
      talked += Math.min(clock.nanos(), end) - start;
    }
  }

  /** Lets a pause look at its condition again. */
  public synchronized void wake() {
    notifyAll();
  }

  /** A person answers the phone. */
  public synchronized void pickUp() {
    pickedUp = true;
    notifyAll();
  }

  /** A person declines the call. */
  public synchronized void decline() {
    declined = true;
    notifyAll();
  }

  public synchronized void hangUp() {
    hungUp = true;
    notifyAll();
  }

  public synchronized void redirect(Instructions instructions) {
    redirection = instructions;
    notifyAll();
  }

  /** A person presses keys: digits, * and #. */
  public synchronized void press(String pressed) {
    keys.append(pressed);
    notifyAll();
  }

  /** A person says something. */
  public synchronized void say(String text) {
    speech = Optional.of(text);
    notifyAll();
  }

  /** Whether a person pressed or said something that nobody took. */
  public synchronized boolean hasInput() {
    return keys.length() > 0 || speech.isPresent();
  }

  /** The next key that was pressed, if any. */
  public synchronized Optional<String> takeKey() {
    Optional<String> key = Optional.of(keys.toString()).filter(text -> !text.isEmpty()).map(text -> text.substring(0, 1));
    key.ifPresent(text -> keys.deleteCharAt(0));
    return key;
  }

  /** What was said, if anything. */
  public synchronized Optional<String> takeSpeech() {
    Optional<String> said = speech;
    speech = Optional.empty();
    return said;
  }

  /** The seconds since the answer, without what the user's server takes for its answers. */
  public synchronized int seconds() {
    return second.isZero() ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.round((double) talked / second.toNanos()));
  }
}
