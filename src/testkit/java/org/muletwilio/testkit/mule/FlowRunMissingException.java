package org.muletwilio.testkit.mule;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An expected run of a flow did not happen. The message lists the runs that did.
 */
public final class FlowRunMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FlowRunMissingException(String flow, Duration timeout, List<FlowRun> runs) {
    super("No run of flow '" + flow + "' was as expected within " + timeout.toMillis() + " ms. What ran:"
        + (runs.isEmpty() ? " nothing" : runs.stream().map(run -> "\n  " + run).collect(Collectors.joining())));
  }
}
