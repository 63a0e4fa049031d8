package org.muletwilio.testkit.mule;

/**
 * Is called for each run of a flow, in the thread that runs it.
 */
@FunctionalInterface
public interface FlowRunListener {

  /** The flow has received its event. */
  void started(FlowRun run);

  /** The flow has answered or failed. */
  default void ended(FlowRun run) {}
}
