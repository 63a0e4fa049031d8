package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;

/** Ends a read of the thread that made it, when it runs. The thread is never interrupted after the read. */
final class ReadWatch implements Runnable {

  private static final long GRACE_SECONDS = 1;

  private final Thread reader = Thread.currentThread();
  private final InputStream content;
  private final ScheduledExecutorService timer;
  private final Runnable onStuck;
  private boolean expired;
  private boolean ended;

  /**
   * @param content the stream that is read
   * @param timer calls again a little later
   * @param onStuck called where the read goes on even then
   */
  ReadWatch(InputStream content, ScheduledExecutorService timer, Runnable onStuck) {
    this.content = content;
    this.timer = timer;
    this.onStuck = onStuck;
  }

  @Override
  public void run() {
    synchronized (this) {
      if (ended) {
        return;
      }
      expired = true;
      reader.interrupt();
    }
    try {
      timer.schedule(this::runAgain, GRACE_SECONDS, SECONDS);
      content.close();
    } catch (IOException | RuntimeException e) {
      // the reader has been interrupted all the same
    }
  }

  /**
   * Called by the reader when its read has ended. It may be called again.
   *
   * @return whether it was too late
   */
  synchronized boolean end() {
    if (!ended) {
      ended = true;
      if (expired) {
        // the answer is yet to be written, and writing closes the connection of an interrupted thread
        Thread.interrupted();
      }
    }
    return expired;
  }

  private void runAgain() {
    synchronized (this) {
      if (ended) {
        return;
      }
    }
    onStuck.run();
  }
}
