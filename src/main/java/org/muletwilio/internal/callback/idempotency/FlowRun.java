package org.muletwilio.internal.callback.idempotency;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;

/**
 * A run of a flow and its end: in time, or, once it was given up, perhaps later. A callback has its own run, or waits for that of
 * the callback that it repeats.
 */
public final class FlowRun {

  private final CompletableFuture<CallbackAnswer> end;
  private final CompletableFuture<CallbackAnswer> lateEnd;
  private final boolean another;

  private FlowRun(CompletableFuture<CallbackAnswer> end, CompletableFuture<CallbackAnswer> lateEnd, boolean another) {
    this.end = end;
    this.lateEnd = lateEnd;
    this.another = another;
  }

  /**
   * @param end how the run ends, or that it is given up
   * @param lateEnd how a run ends that was given up, if it ever does
   */
  public static FlowRun of(CompletableFuture<CallbackAnswer> end, CompletableFuture<CallbackAnswer> lateEnd) {
    return new FlowRun(end, lateEnd, false);
  }

  /** @return a run that has ended, or never begins */
  public static FlowRun ended(CallbackAnswer answer) {
    return of(completedFuture(answer), new CompletableFuture<>());
  }

  /** @return the run of another callback, for whose end a repeat waits */
  static FlowRun ofAnother(CompletableFuture<CallbackAnswer> end) {
    return new FlowRun(end, new CompletableFuture<>(), true);
  }

  /** @return how the run ends; where it takes too long, that it is given up */
  public CompletableFuture<CallbackAnswer> getEnd() {
    return end;
  }

  /** @return how the run ends after it was given up; in every other case this is never completed */
  public CompletableFuture<CallbackAnswer> getLateEnd() {
    return lateEnd;
  }

  /** @return whether it is the run of another callback, which this one repeats */
  public boolean isAnother() {
    return another;
  }
}
