package org.muletwilio.internal.callback.flow;

import org.mule.runtime.api.message.Message;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;

/** The source of a flow that has started: it runs the flow. */
@FunctionalInterface
public interface FlowSource {

  /** @return whether the flow runs for a batch of events as a whole */
  default boolean takesBatches() {
    return false;
  }

  /**
   * @param message what the flow starts with
   * @return how the flow ended; it need not end, and may fail. {@link CallbackAnswer#FLOW_BUSY} where it has no room to begin
   */
  CompletableFuture<CallbackAnswer> run(Message message);
}
