package org.muletwilio.testkit.launcher;

import org.muletwilio.testkit.project.FlowNames;
import org.muletwilio.testkit.project.UsageException;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow that is run.
 *
 * @param chosen whether the launcher chose it, since none was named
 */
record FlowToRun(String name, boolean chosen) {

  /**
   * @param named the flow that the command line or the example names
   * @param withSource the flows that something else starts
   * @param serve whether the application is to stay up
   * @param messages whether a person writes messages, which start flows with sources
   * @return the flow; none where it isn't clear which and none need run
   * @throws UsageException if it isn't clear which
   */
  static Optional<FlowToRun> of(Optional<String> named, FlowNames flows, Set<String> withSource, boolean serve,
                                boolean messages) {
    if (named.isPresent()) {
      return Optional.of(new FlowToRun(named.get(), false));
    }
    List<String> candidates = flows.all().stream()
        .filter(flow -> !withSource.contains(flow) && !flows.referenced().contains(flow)).toList();
    if (candidates.size() == 1) {
      return Optional.of(new FlowToRun(candidates.get(0), true));
    }
    if (serve || messages && candidates.isEmpty()) {
      return Optional.empty();
    }
    throw new UsageException(candidates.isEmpty()
        ? "Nothing to run: each flow has a source or is named by another. Name one with --flow, "
            + "write to a source with --messages, or stay up with --serve"
        : "Which flow? Name one with --flow: " + String.join(", ", candidates));
  }
}
