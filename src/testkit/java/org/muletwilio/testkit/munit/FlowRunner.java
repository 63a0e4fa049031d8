package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.execution.InputEvent;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.mule.FlowStillRunningException;

import java.time.Duration;
import java.util.List;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** Runs the flows that tests and hooks have become, and says where they fail. */
final class FlowRunner {

  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private final EmbeddedMule mule;

  FlowRunner(EmbeddedMule mule) {
    this.mule = mule;
  }

  /**
   * @throws AssertionError if the flow fails, or doesn't end within two minutes
   */
  FlowResult run(String flow, InputEvent event) {
    try {
      return execute(flow, event, TWO_MINUTES);
    } catch (FlowFailedException e) {
      throw failure(flow, e);
    } catch (FlowStillRunningException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /**
   * @throws FlowFailedException if the flow ends with an error
   * @throws FlowStillRunningException if it doesn't end in time
   */
  FlowResult execute(String flow, InputEvent event, Duration time) {
    return mule.run(flow, event, time);
  }

  AssertionError failure(String flow, FlowFailedException failure) {
    return new AssertionError(location(flow) + reason(failure), failure);
  }

  static String reason(FlowFailedException failure) {
    return ExceptionUtils.getThrowableList(failure).stream().filter(AssertionError.class::isInstance).findFirst()
        .map(Throwable::getMessage).orElse(failure.getMessage());
  }

  /** Only what Mule notifies of knows the component that failed. */
  private String location(String flow) {
    mule.awaitRun(flow, FlowRun::failed, AT_ONCE);
    List<FlowRun> runs = mule.runs(flow);
    return runs.get(runs.size() - 1).failure().flatMap(FlowFailedException::location).map(location -> location + ": ").orElse("");
  }
}
