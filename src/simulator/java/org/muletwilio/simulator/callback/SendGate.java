package org.muletwilio.simulator.callback;

import java.time.Duration;

/** Lets callbacks out until it is closed, and counts those that are being sent. */
public final class SendGate {

  private int sending;
  private boolean closed;

  /** @return whether the callback may be sent; if so, {@link #leave} must follow */
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    sending++;
    return true;
  }

  synchronized void leave() {
    sending--;
    notifyAll();
  }

  /** Lets no more callbacks out, and waits until those in progress are answered. */
  public synchronized void close(Duration limit) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toMillis(); sending > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }
}
