package org.muletwilio.internal.callback.idempotency;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.muletwilio.internal.callback.claim.Claim;
import org.muletwilio.internal.callback.claim.ClaimKeeper;
import org.muletwilio.internal.callback.claim.ClaimResult;
import org.muletwilio.internal.callback.claim.HeldClaim;
import org.muletwilio.internal.callback.codec.LogRateLimiter;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Remembers in an object store which callbacks have run their flow, so that it holds over restarts and nodes. What this process
 * answered itself is remembered in front of it. A flow runs only with a claim: where the store doesn't give one, since it fails,
 * is too slow, or another node has it, the callback is answered that the flow is unavailable, and Twilio repeats it.
 */
public final class ObjectStoreIdempotentReceiver implements IdempotentReceiver {

  private static final SafeLogger LOGGER = SafeLogger.of(ObjectStoreIdempotentReceiver.class);

  private final ClaimKeeper claims;
  private final IdempotentReceiver inFront;
  private final Executor threads;
  private final LogRateLimiter warnings = new LogRateLimiter(System::nanoTime);

  /**
   * @param claims say which flows may run
   * @param inFront what this process remembers
   * @param threads begin the runs of flows, or reject them
   */
  public ObjectStoreIdempotentReceiver(ClaimKeeper claims, IdempotentReceiver inFront, Executor threads) {
    this.claims = claims;
    this.inFront = inFront;
    this.threads = threads;
  }

  @Override
  public FlowRun once(IdempotencyKey identity, Supplier<FlowRun> run) {
    return inFront.once(identity, () -> identity.getEvent().map(event -> claimed(event, run)).orElseGet(run));
  }

  private FlowRun claimed(String event, Supplier<FlowRun> run) {
    CompletableFuture<CallbackAnswer> lateEnd = new CompletableFuture<>();
    return FlowRun.of(claims.acquire(event).thenCompose(result -> end(event, result, run, lateEnd)), lateEnd);
  }

  private CompletableFuture<CallbackAnswer> end(String event, ClaimResult result, Supplier<FlowRun> run,
                                                CompletableFuture<CallbackAnswer> lateEnd) {
    if (result.getClaim().isPresent()) {
      return end(event, result.getClaim().get(), run, lateEnd);
    }
    return completedFuture(result == ClaimResult.DONE ? CallbackAnswer.DONE : CallbackAnswer.FLOW_UNAVAILABLE);
  }

  /** The flow begins on a thread of its own: those for the store are few. */
  private CompletableFuture<CallbackAnswer> end(String event, Claim claim, Supplier<FlowRun> run,
                                                CompletableFuture<CallbackAnswer> lateEnd) {
    HeldClaim held = claims.hold(claim);
    return completedFuture(run).thenApplyAsync(Supplier::get, threads)
        .handle((begun, failure) -> failure == null ? begun : notBegun(event, failure)).thenCompose(begun -> {
      begun.getLateEnd().thenAccept(answer -> {
        if (answer.isSuccess()) {
          held.succeeded();
        }
        lateEnd.complete(answer);
      });
      return begun.getEnd().thenCompose(answer -> (answer.isSuccess() ? held.succeeded() : held.failed())
          .thenApply(nothing -> answer));
    });
  }

  private FlowRun notBegun(String event, Throwable failure) {
    warnings.admit().ifPresent(leftOut -> LOGGER.warn("The flow of {} can't start, and Twilio is answered 503: {}{}",
        event, failure, leftOut == 0 ? "" : " (" + leftOut + " more like this before)"));
    return FlowRun.ended(CallbackAnswer.FLOW_UNAVAILABLE);
  }
}
