package org.muletwilio.testkit.munit;

import java.time.Duration;

/**
 * How a test ended.
 *
 * @param suite the name of its suite's file
 * @param test its name, with that of its parameterization
 * @param message why it failed or was ignored
 */
public record TestResult(String suite, String test, Outcome outcome, String message, Duration time) {

  /** How a test can end. */
  public enum Outcome {
    PASSED, FAILED, IGNORED
  }

  static TestResult passed(String suite, String test, Duration time) {
    return new TestResult(suite, test, Outcome.PASSED, "", time);
  }

  static TestResult failed(String suite, String test, String message, Duration time) {
    return new TestResult(suite, test, Outcome.FAILED, message, time);
  }

  static TestResult ignored(String suite, String test, String reason) {
    return new TestResult(suite, test, Outcome.IGNORED, reason, Duration.ZERO);
  }
}
