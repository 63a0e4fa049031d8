package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.idempotency.FlowRun;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadline;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Bounds the wait for a flow and for the answer to Twilio. A flow that is stopped while it runs may never end (seen with
 * Mule 4.1).
 */
public final class CallbackWaits {

  /** Twilio waits for 15 seconds at most; what it is answered by then it knows. */
  public static final long LONGEST_ANSWER_MILLIS = 13_000;

  /** How long a callback waits that is answered after its flow, until the flow has room to begin. */
  private static final long LONGEST_IN_QUEUE_MILLIS = 12_000;

  private static final SafeLogger LOGGER = SafeLogger.of(CallbackWaits.class);

  private final String config;
  private final Deadlines deadlines;
  private final long flowTimeoutMillis;
  private final boolean async;
  private final BackPressure backPressure;

  /**
   * @param config the config's name, for the log
   * @param deadlines end the waits
   * @param flowTimeoutMillis how long a run of a flow may take before it is given up
   * @param async whether Twilio is answered before the flow has ended, where it need not be told what the flow ends with
   * @param backPressure holds the callbacks that a flow has no room for
   */
  public CallbackWaits(String config, Deadlines deadlines, long flowTimeoutMillis, boolean async, BackPressure backPressure) {
    this.config = config;
    this.deadlines = deadlines;
    this.flowTimeoutMillis = flowTimeoutMillis;
    this.async = async;
    this.backPressure = backPressure;
  }

  /** @return what becomes of a callback with that run, answered before Twilio gives up */
  CallbackRun answered(FlowRun run) {
    return new CallbackRun(deadlines.within(run.getEnd(), LONGEST_ANSWER_MILLIS, () -> CallbackAnswer.FLOW_UNAVAILABLE), run);
  }

  /**
   * @param route names the flow
   * @param resourceSid of what the callback is about
   * @param attempt gives the callback to the flow, also more than once where the flow has no room
   * @return the run, which ends in time
   */
  FlowRun run(CallbackRoute route, Optional<String> resourceSid, Supplier<CompletableFuture<CallbackAnswer>> attempt) {
    if (!route.isToSource()) {
      // Mule takes what is given to a flow by its name, and must not be kept waiting behind what its source gets
      return limited(route.getFlow(), resourceSid, attempt.get());
    }
    // what waits must not begin after it has been given up
    long half = flowTimeoutMillis / 2;
    long longest = async && !route.getKind().isAnswered() ? half : Math.min(half, LONGEST_IN_QUEUE_MILLIS);
    return limited(route.getFlow(), resourceSid, backPressure.run(route.getFlow(), longest, attempt));
  }

  /**
   * @param flow the flow's name
   * @param resourceSid of what the callback is about
   * @param end how the run ends, if it does
   * @return the run, which ends in time
   */
  FlowRun limited(String flow, Optional<String> resourceSid, CompletableFuture<CallbackAnswer> end) {
    CompletableFuture<CallbackAnswer> inTime = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> late = new CompletableFuture<>();
    Deadline deadline = deadlines.after(flowTimeoutMillis, () -> giveUp(flow, resourceSid, inTime));
    end.whenComplete((answer, failure) -> {
      deadline.cancel();
      if (failure != null) {
        LOGGER.error("Flow '{}' of config '{}' has ended for a callback about {}, but its end can't be read", flow, config,
                     resourceSid.orElse("no resource"), failure);
      }
      CallbackAnswer known = failure == null ? answer : CallbackAnswer.FLOW_FAILED;
      if (!inTime.complete(known)) {
        LOGGER.info("Flow '{}' of config '{}' has {} after its time limit: its callback about {} had been given up", flow,
                    config, known.isSuccess() ? "succeeded" : "failed", resourceSid.orElse("no resource"));
        late.complete(known);
      }
    });
    return FlowRun.of(inTime, late);
  }

  private void giveUp(String flow, Optional<String> resourceSid, CompletableFuture<CallbackAnswer> inTime) {
    if (inTime.complete(CallbackAnswer.FLOW_UNAVAILABLE)) {
      LOGGER.warn("Flow '{}' of config '{}' has not ended {} s after a callback about {}. The callback is given up: it may run "
          + "the flow again. A flow that is stopped while it runs may never end; for one that takes longer raise flowTimeout in "
          + "http-callback-config", flow, config, MILLISECONDS.toSeconds(flowTimeoutMillis), resourceSid.orElse("no resource"));
    }
  }
}
