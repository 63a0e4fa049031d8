package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;

/** Gives up the read of the thread that made it when it runs: interrupts the thread and closes the stream. */
final class ReadWatch implements Runnable {

  private static final long GRACE_SECONDS = 1;

  private final InterruptibleRead read = new InterruptibleRead();
  private final InputStream content;
  private final ScheduledExecutorService timer;
  private final Runnable onStuck;

  /**
   * @param content the stream that is read
   * @param timer calls again a little later
   * @param onStuck called where the read goes on even then
   */
  ReadWatch(InputStream content, ScheduledExecutorService timer, Runnable onStuck) {
    this.content = content;
    this.timer = timer;
    this.onStuck = onStuck;
    read.begin();
  }

  @Override
  public void run() {
    if (!read.giveUp()) {
      return;
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
  boolean end() {
    return read.end();
  }

  private void runAgain() {
    if (!read.hasEnded()) {
      onStuck.run();
    }
  }
}
