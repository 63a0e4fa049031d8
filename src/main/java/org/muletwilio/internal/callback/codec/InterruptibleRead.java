package org.muletwilio.internal.callback.codec;

/**
 * One read of a stream that another thread can give up. The reader is interrupted while it reads, and never afterwards: it goes
 * on to write an answer or to close a connection. Thread-safe.
 */
public final class InterruptibleRead {

  private Thread reader;
  private boolean givenUp;
  private boolean ended;

  /** @return whether the calling thread may read; not so where the read was given up before */
  public synchronized boolean begin() {
    if (givenUp) {
      return false;
    }
    reader = Thread.currentThread();
    return true;
  }

  /**
   * Interrupts the reader, or keeps it from beginning.
   *
   * @return whether the read is given up: not so once it has ended
   */
  public synchronized boolean giveUp() {
    if (ended) {
      return false;
    }
    givenUp = true;
    if (reader != null) {
      reader.interrupt();
    }
    return true;
  }

  /**
   * Called by the reader, which loses the interrupt. It may be called again.
   *
   * @return whether the read was given up
   */
  public synchronized boolean end() {
    if (!ended) {
      ended = true;
      if (givenUp) {
        Thread.interrupted();
      }
    }
    return givenUp;
  }

  synchronized boolean hasEnded() {
    return ended;
  }
}
