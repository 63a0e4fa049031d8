package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.message.Message;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of one config that have started, by their routes. Thread-safe. */
public final class FlowSources {

  private static final SafeLogger LOGGER = SafeLogger.of(FlowSources.class);

  private final Map<String, FlowSource> started = new ConcurrentHashMap<>();

  /**
   * @param route leads to the source
   * @param source takes the callbacks of that route from now on
   */
  public void add(CallbackRoute route, FlowSource source) {
    started.put(route.getName(), source);
  }

  /**
   * @param route leads to the source
   * @param source takes no callbacks any more; nothing happens where another one has taken its place
   */
  public void remove(CallbackRoute route, FlowSource source) {
    started.remove(route.getName(), source);
  }

  /**
   * @param route leads to a source
   * @return whether its flow runs for a batch of events as a whole
   */
  boolean takesBatches(CallbackRoute route) {
    FlowSource source = started.get(route.getName());
    return source != null && source.takesBatches();
  }

  /**
   * @param route leads to a source
   * @param message what its flow starts with
   * @return how the flow ended; {@link CallbackAnswer#FLOW_BUSY} where it has no room to begin
   */
  CompletableFuture<CallbackAnswer> dispatch(CallbackRoute route, Message message) {
    FlowSource source = started.get(route.getName());
    if (source == null) {
      LOGGER.warn("Twilio called back for the source of flow '{}', which is stopped or which the application no longer has",
                  route.getFlow());
      return completedFuture(CallbackAnswer.FLOW_UNAVAILABLE);
    }
    try {
      return source.run(message);
    } catch (RuntimeException e) {
      LOGGER.error("The source of flow '{}' can't process a callback", route.getFlow(), e);
      return completedFuture(CallbackAnswer.FLOW_FAILED);
    }
  }
}
