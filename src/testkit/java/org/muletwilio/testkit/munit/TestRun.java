package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.execution.InputEvent;

import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowStillRunningException;
import org.muletwilio.testkit.munit.suite.ExpectedError;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.munit.tools.KnownErrors;

import java.time.Duration;
import java.util.Optional;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** One run of a test: its flow, and whether that ends as the test expects. */
final class TestRun {

  private final TestDefinition test;
  private final FlowRunner flows;
  private final long end;

  TestRun(TestDefinition test, FlowRunner flows) {
    this.test = test;
    this.flows = flows;
    end = System.nanoTime() + test.timeOut().toNanos();
  }

  /**
   * @throws AssertionError if the test fails
   */
  void run(InputEvent event) {
    try {
      runExpecting(event);
    } catch (FlowStillRunningException e) {
      throw new AssertionError(test.location() + ": The test still runs after " + test.timeOut().toMillis() + " ms", e);
    }
  }

  private void runExpecting(InputEvent event) {
    if (!test.expected().isPresent()) {
      runFlow(test.flow(), event);
      return;
    }
    try {
      flows.execute(test.flow(), event, left());
    } catch (FlowFailedException e) {
      unexpected(e).ifPresent(reason -> {
        throw new AssertionError(test.location() + ": expected " + reason + ", but it is " + FlowRunner.reason(e), e);
      });
      if (test.hasValidation()) {
        runFlow(test.validationFlow(), event);
      }
      return;
    }
    throw new AssertionError(test.location() + ": expected " + described(test.expected()) + ", but there was none");
  }

  private void runFlow(String flow, InputEvent event) {
    try {
      flows.execute(flow, event, left());
    } catch (FlowFailedException e) {
      throw flows.failure(flow, e);
    }
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** @return what was expected of the error and isn't so; a failed assertion is never expected */
  private Optional<String> unexpected(FlowFailedException failure) {
    ExpectedError expected = test.expected();
    boolean assertion = ExceptionUtils.indexOfType(failure, AssertionError.class) >= 0;
    if (expected.type().filter(type -> assertion || !failure.isOfType(KnownErrors.qualified(type))).isPresent()) {
      return expected.type().map(type -> "error " + type);
    }
    if (expected.exception().filter(name -> !isCausedBy(failure, name)).isPresent()) {
      return expected.exception();
    }
    return expected.description().filter(text -> assertion || !String.valueOf(failure.description()).contains(text))
        .map(text -> "an error with '" + text + "'");
  }

  private static boolean isCausedBy(FlowFailedException failure, String name) {
    return ExceptionUtils.getThrowableList(failure).stream().anyMatch(cause -> {
      for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
        if (type.getName().equals(name)) {
          return true;
        }
      }
      return false;
    });
  }

  private static String described(ExpectedError expected) {
    return expected.type().map(type -> "error " + type).or(expected::exception).or(() -> expected.description()
        .map(text -> "an error with '" + text + "'")).orElseThrow();
  }
}
