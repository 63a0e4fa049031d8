package org.muletwilio.simulator.call;

import org.muletwilio.simulator.twiml.Instructions;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The clock of a call: it pauses the call, and lets others end or redirect it. */
public final class CallControl {

  private final Duration second;
  private Instructions redirection;
  private boolean hungUp;
  private int seconds;

  /** @param second how long a second of a call lasts */
  public CallControl(Duration second) {
    this.second = second;
  }

  /** Pauses for some seconds before the call is answered. A redirection waits for the answer. */
  public synchronized void pauseBeforeAnswer(int time) throws CallEnded, InterruptedException {
    elapse(time, () -> hungUp);
    if (hungUp) {
      throw new CallEnded("canceled");
    }
  }

  /** Starts to count the seconds of the call, which was just answered. */
  public synchronized void restart() {
    seconds = 0;
  }

  /** Pauses for some seconds, or until a condition holds, unless the call is ended or redirected. */
  public synchronized void pause(int time, BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException {
    elapse(time, () -> hungUp || redirection != null || enough.getAsBoolean());
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
    for (int i = 0; i < time && !enough.getAsBoolean(); i++) {
      long end = System.nanoTime() + second.toNanos();
      for (long left = second.toNanos(); left > 0 && !enough.getAsBoolean(); left = end - System.nanoTime()) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      seconds++;
    }
  }

  /** Lets a pause look at its condition again. */
  public synchronized void wake() {
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

  /** The seconds since the answer. */
  public synchronized int seconds() {
    return seconds;
  }
}
