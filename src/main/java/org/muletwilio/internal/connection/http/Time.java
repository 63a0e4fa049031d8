package org.muletwilio.internal.connection.http;

/** What the time is, and waiting: tests have their own. */
public interface Time {

  /** The machine's. */
  Time SYSTEM = new Time() {

    @Override
    public long millis() {
      return System.nanoTime() / 1_000_000;
    }

    @Override
    public void sleep(long millis) throws InterruptedException {
      Thread.sleep(millis);
    }
  };

  /** @return milliseconds since some moment, which never go back */
  long millis();

  /** Waits. */
  void sleep(long millis) throws InterruptedException;
}
