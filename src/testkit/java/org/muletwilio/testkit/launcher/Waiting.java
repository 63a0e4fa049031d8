package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.option.Expectation;
import org.muletwilio.testkit.launcher.option.LauncherOptions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits for callbacks: until all expected ones have arrived, or until no more are due. */
final class Waiting {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration AFTER_THE_LAST = Duration.ofSeconds(3);

  private final CallbackLog log;
  private final Optional<TwilioSimulator> simulator;
  private final LauncherOptions options;

  Waiting(CallbackLog log, Optional<TwilioSimulator> simulator, LauncherOptions options) {
    this.log = log;
    this.simulator = simulator;
    this.options = options;
  }

  /**
   * Waits until each expectation is met.
   *
   * @return what is missing when the time is up
   */
  List<String> awaitExpected(List<Expectation> expectations) throws InterruptedException {
    long end = System.nanoTime() + options.timeout().toNanos();
    List<String> missing = missing(expectations);
    while (!missing.isEmpty() && end - System.nanoTime() > 0) {
      log.awaitChange(LOOK);
      missing = missing(expectations);
    }
    return missing;
  }

  /**
   * Waits until Twilio has no more to report, nothing has arrived for the quiet time, or the time is up.
   *
   * @param complete whether nothing is missing: what is lost on the way may still be looked up
   */
  void awaitAll(BooleanSupplier complete) throws InterruptedException {
    log.touch();
    long end = System.nanoTime() + options.timeout().toNanos();
    for (int settled = 0; settled < 2 && end - System.nanoTime() > 0 && log.silence().compareTo(options.quiet()) < 0;) {
      log.awaitChange(LOOK);
      settled = isSettled() && complete.getAsBoolean() ? settled + 1 : 0;
    }
  }

  /** Whether no more callbacks are due. Twilio itself doesn't say: there it takes last statuses, and some silence after them. */
  private boolean isSettled() {
    return log.isIdle() && simulator.map(TwilioSimulator::isIdle)
        .orElseGet(() -> log.allFinal() && log.silence().compareTo(AFTER_THE_LAST) > 0);
  }

  private List<String> missing(List<Expectation> expectations) {
    return expectations.stream().flatMap(expected -> expected.missing(log.statuses(expected.flow())).stream()
        .map(status -> status + " for " + expected.flow())).toList();
  }
}
