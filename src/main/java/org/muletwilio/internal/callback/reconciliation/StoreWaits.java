package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.schedule.Deadline;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Bounded waits for an object store, which hold no thread. While the store is late, there is no wait at all: a store that is
 * stuck would otherwise cost every message the whole wait.
 */
final class StoreWaits {

  private final long longestMillis;
  private final Deadlines deadlines;
  private final Executor handOver;
  private final Set<CompletableFuture<Void>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean late;
  private volatile boolean stopped;

  /**
   * @param longestMillis how long a wait is at the most
   * @param deadlines end those that take as long
   * @param handOver runs what follows a wait, so that it doesn't hold up the store's threads
   */
  StoreWaits(long longestMillis, Deadlines deadlines, Executor handOver) {
    this.longestMillis = longestMillis;
    this.deadlines = deadlines;
    this.handOver = handOver;
  }

  /**
   * @param answer is completed when the store has answered, well or badly
   * @return ends then, or when the wait is over, always well; has ended already while the store is late, and after a stop
   */
  CompletableFuture<Void> begin(CompletableFuture<Void> answer) {
    CompletableFuture<Void> wait = new CompletableFuture<>();
    boolean[] inTime = {true};
    Deadline deadline = deadlines.after(longestMillis, () -> {
      inTime[0] = false;
      late = true;
      end(wait);
    });
    open.add(wait);
    answer.whenComplete((answered, failure) -> {
      deadline.cancel();
      if (inTime[0]) {
        late = false;
      }
      end(wait);
    });
    if (late || stopped) {
      open.remove(wait);
      wait.complete(null);
    }
    return wait;
  }

  /** @return whether the store has let a wait go by, and has answered none in time since */
  boolean isLate() {
    return late;
  }

  /** Ends all waits. */
  void stop() {
    stopped = true;
    open.forEach(this::end);
  }

  private void end(CompletableFuture<Void> wait) {
    if (open.remove(wait)) {
      handOver.execute(() -> wait.complete(null));
    }
  }
}
