package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.schedule.Deadline;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A claim whose flow runs: it is renewed until the run has ended and the store knows it. The store is asked for one step after
 * the other, never on the thread of the caller, and no method fails. Thread-safe.
 */
public final class HeldClaim {

  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final int MOST_TRIES = 10;

  private final Claim claim;
  private final Claims claims;
  private final Executor storeThreads;
  private final Deadlines deadlines;
  private final ClaimTimes times;
  private final Consumer<String> warnings;
  private final AtomicReference<CompletableFuture<Void>> last = new AtomicReference<>(completedFuture(null));
  private volatile Deadline renewal;
  private volatile boolean ended;
  private int renewals;

  HeldClaim(Claim claim, Claims claims, Executor storeThreads, Deadlines deadlines, ClaimTimes times, Consumer<String> warnings) {
    this.claim = claim;
    this.claims = claims;
    this.storeThreads = storeThreads;
    this.deadlines = deadlines;
    this.times = times;
    this.warnings = warnings;
    renewLater();
  }

  /**
   * Lets the store know that the flow has succeeded, again and again until it does.
   *
   * @return completed when the store knows it, or does not answer in time
   */
  public CompletableFuture<Void> succeeded() {
    return inTime(storeDone(new CompletableFuture<>(), 1));
  }

  /**
   * Lets others run the flow.
   *
   * @return completed when they can, or when the store does not answer in time
   */
  public CompletableFuture<Void> failed() {
    end();
    return inTime(then(() -> claims.release(claim)).exceptionally(failure -> {
      warnings.accept("can't release a status whose flow failed: it can't run again before " + times.getLease() + " ms: "
          + failure);
      return null;
    }));
  }

  private CompletableFuture<Void> storeDone(CompletableFuture<Void> known, int time) {
    then(() -> claims.done(claim)).whenComplete((nothing, failure) -> {
      if (failure == null) {
        known.complete(null);
        clear();
      } else if (time < MOST_TRIES) {
        deadlines.after(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << time - 1), () -> storeDone(known, time + 1));
      } else {
        known.complete(null);
        end();
        warnings.accept("can't store that a flow has succeeded: another node may run it again: " + failure);
      }
    });
    return known;
  }

  /** A claim that was given back may be another's by now. */
  private void clear() {
    if (!ended) {
      end();
      then(() -> claims.clear(claim));
    }
  }

  private void renewLater() {
    renewal = deadlines.after(times.getRenewal(), this::renew);
    if (ended) {
      renewal.cancel();
    }
  }

  private void renew() {
    if (!ended) {
      then(() -> claims.renew(claim, renewals++)).whenComplete((nothing, failure) -> renewLater());
    }
  }

  private void end() {
    ended = true;
    renewal.cancel();
  }

  private CompletableFuture<Void> inTime(CompletableFuture<Void> step) {
    return deadlines.within(step, times.getAttempt(), () -> null);
  }

  private CompletableFuture<Void> then(Step step) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    last.getAndSet(end).handleAsync((nothing, before) -> take(step), storeThreads).whenComplete((nothing, failure) -> {
      if (failure == null) {
        end.complete(null);
      } else {
        end.completeExceptionally(failure);
      }
    });
    return end;
  }

  private static Void take(Step step) {
    try {
      step.take();
      return null;
    } catch (ObjectStoreException e) {
      throw new CompletionException(e);
    }
  }

  /** Something that the store does. */
  @FunctionalInterface
  private interface Step {

    void take() throws ObjectStoreException;
  }
}
