package org.muletwilio.internal.callback.flow;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A callback that is given to its flow until that has room for it. Made by {@link BackPressure}. */
final class WaitingCallback {

  private final BackPressure backPressure;
  private final String flow;
  private final Supplier<CompletableFuture<CallbackAnswer>> attempt;
  private final long dueNanos;
  private final ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
  private final CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
  /** It keeps its place while it tries again; 0 where it has none. */
  private volatile long place;

  /**
   * @param backPressure is told what becomes of it
   * @param flow the flow's name
   * @param attempt gives it to the flow
   * @param dueNanos when it waits no longer
   */
  WaitingCallback(BackPressure backPressure, String flow, Supplier<CompletableFuture<CallbackAnswer>> attempt, long dueNanos) {
    this.backPressure = backPressure;
    this.flow = flow;
    this.attempt = attempt;
    this.dueNanos = dueNanos;
  }

  String getFlow() {
    return flow;
  }

  ClassLoader getClassLoader() {
    return classLoader;
  }

  CompletableFuture<CallbackAnswer> getEnd() {
    return end;
  }

  boolean hasPlace() {
    return place != 0;
  }

  long getPlace() {
    return place;
  }

  void setPlace(long place) {
    this.place = place;
  }

  boolean isDue() {
    return backPressure.isDue(dueNanos);
  }

  /** Gives it to the flow, which may refuse it. */
  void tryOnce() {
    attempt.get().whenComplete((answer, failure) -> {
      if (failure == null && answer == CallbackAnswer.FLOW_BUSY) {
        backPressure.add(this);
      } else {
        end(answer, failure);
        backPressure.tryNext(flow);
      }
    });
  }

  /** Gives it to the flow once more. Whoever waits for its end learns what goes wrong. */
  void tryAgain() {
    try {
      tryOnce();
    } catch (RuntimeException | Error e) {
      end(null, e);
    }
  }

  void giveUp() {
    backPressure.giveUp(this);
  }

  /** It waits no longer, and neither does whoever wants its end. */
  void end(CallbackAnswer answer, Throwable failure) {
    backPressure.leave(this);
    if (failure == null) {
      end.complete(answer);
    } else {
      end.completeExceptionally(failure);
    }
  }
}
