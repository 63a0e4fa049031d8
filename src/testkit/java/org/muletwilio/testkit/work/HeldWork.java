package org.muletwilio.testkit.work;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.muletwilio.api.callback.CallbackAttributes;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Work that blocks until it is released or interrupted: a flow that hangs. */
public final class HeldWork implements Work {

  private int begun;
  private boolean released;

  @Override
  public synchronized void perform(CallbackAttributes callback) {
    begun++;
    notifyAll();
    try {
      while (!released) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The work is interrupted", e);
    }
  }

  /** Releases all work, and blocks nothing any more. */
  public synchronized void release() {
    released = true;
    notifyAll();
  }

  /** Waits until this much work has begun. */
  public synchronized void awaitBegun(int number, Duration limit) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    while (begun < number) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("Only " + begun + " began within " + limit);
      }
      NANOSECONDS.timedWait(this, left);
    }
  }
}
