package org.muletwilio.testkit.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** Ctrl+C interrupts the run, and the process ends once the application, the simulator and their files are closed. */
final class Stop {

  /** An application that doesn't stop by then is left as it is. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final CountDownLatch end = new CountDownLatch(1);

  private Stop() {}

  static Stop onSignal(Thread run) {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.interrupt(run), "stop"));
    return stop;
  }

  private void interrupt(Thread run) {
    if (end.getCount() == 0) {
      return;
    }
    // What fails since everything stops says nothing to whoever wants it to stop
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    run.interrupt();
    try {
      end.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run is over, with all that belongs to it. */
  void ended() {
    end.countDown();
  }
}
