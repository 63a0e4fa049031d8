package org.muletwilio.internal.callback.reconciliation;

import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.IN_MEMORY_ALONE;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.LATE;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_AWAITED;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_REMOVED;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records which statuses are awaited and which have ended: in memory at once, and in the object store on separate threads. A
 * status that ends before the store was asked is never stored at all.
 *
 * <p>An operation ends when its status is stored, so that whatever follows it can rely on that, also after a crash. But the
 * message is sent by then, and a slow store must not make it look unsent: after a second the operation ends, and its status is
 * awaited in memory until the store has it. While a store is late, operations don't wait for it.
 */
final class PendingWriter {

  static final long LONGEST_WAIT_MILLIS = TimeUnit.SECONDS.toMillis(1);
  static final int MOST_AT_A_TIME = 16;
  static final int MOST_WAITING = 10_000;
  /** Some 700 bytes each. */
  static final int MOST_IN_MEMORY_ALONE = 100_000;

  private final PendingStore store;
  private final DueIndex index;
  private final LookUpSchedule schedule;
  private final ReconcilerWarnings warnings;
  private final StoreWaits waits;
  private final BoundedExecutor tasks;
  private final AtomicInteger underWay = new AtomicInteger();

  PendingWriter(PendingStore store, DueIndex index, LookUpSchedule schedule, ReconcilerWarnings warnings, StoreWaits waits,
                ReconcilerThreads threads) {
    this.store = store;
    this.index = index;
    this.schedule = schedule;
    this.warnings = warnings;
    this.waits = waits;
    this.tasks = new BoundedExecutor(threads.forStore(), MOST_AT_A_TIME, MOST_WAITING);
  }

  /**
   * @param pending is awaited from now on, unless its last status has come already
   * @return ends when it is stored, or after a bounded wait; always well
   */
  CompletableFuture<Void> await(PendingStatus pending) {
    PendingEntry entry = PendingEntry.toBeStored(pending);
    if (!index.add(entry)) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> answer = new CompletableFuture<>();
    CompletableFuture<Void> wait = waits.begin(answer);
    if (waits.isLate()) {
      warnings.add(LATE, pending.getStatus(), "the object store does not answer in time");
    }
    try {
      execute(() -> store(entry, answer));
    } catch (RejectedExecutionException e) {
      inMemoryAlone(pending.getStatus(), e);
      answer.complete(null);
    }
    return wait;
  }

  /** Tries again to store what is awaited in memory alone. */
  void storeAgain(PendingEntry entry) {
    if (entry.getUnkept().isPresent()) {
      offer(() -> store(entry, new CompletableFuture<>()), IN_MEMORY_ALONE, entry.getStatus());
    }
  }

  /** Forgets what a callback has brought to its end. */
  void end(AwaitedStatus status) {
    Optional<PendingEntry> entry = index.end(status);
    if (!entry.isPresent()) {
      remove(status, 0);
    } else if (entry.get().end()) {
      remove(status, entry.get().getLookUps());
    }
  }

  /** Forgets what was looked up and has come to its end. */
  void end(PendingEntry entry) {
    index.done(entry);
    if (entry.end()) {
      remove(entry.getStatus(), entry.getLookUps());
    }
  }

  /**
   * Takes down nothing more, and lets nobody wait.
   *
   * @param longestMillis how long what is to be taken down yet may take
   */
  void stop(long longestMillis) {
    try {
      synchronized (underWay) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
        for (long left = end - System.nanoTime(); underWay.get() > 0 && left > 0; left = end - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(underWay, left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tasks.stop();
    waits.stop();
  }

  private void store(PendingEntry entry, CompletableFuture<Void> answer) {
    try {
      Optional<PendingStatus> unkept = entry.getUnkept();
      if (unkept.isPresent() && entry.beginStore()) {
        store(entry, unkept.get());
      }
    } finally {
      answer.complete(null);
    }
  }

  private void store(PendingEntry entry, PendingStatus pending) {
    try {
      store.add(pending);
      if (entry.endStore(true, schedule.nowMillis())) {
        remove(pending.getStatus(), 0);
      }
    } catch (ObjectStoreException | RuntimeException | Error e) {
      if (entry.endStore(false, schedule.nowMillis())) {
        remove(pending.getStatus(), 0);
      } else {
        inMemoryAlone(pending.getStatus(), e);
      }
    }
  }

  private void inMemoryAlone(AwaitedStatus status, Throwable reason) {
    if (index.size() > MOST_IN_MEMORY_ALONE) {
      index.end(status);
      warnings.add(NOT_AWAITED, status, "more than " + MOST_IN_MEMORY_ALONE + " are awaited, and its object store fails: "
          + reason);
    } else {
      warnings.add(IN_MEMORY_ALONE, status, reason);
    }
  }

  private void remove(AwaitedStatus status, int lookUps) {
    offer(() -> {
      try {
        store.remove(status, lookUps);
      } catch (ObjectStoreException | RuntimeException | Error e) {
        warnings.add(NOT_REMOVED, status, e);
      }
    }, NOT_REMOVED, status);
  }

  private void offer(Runnable task, ReconcilerWarnings.Problem otherwise, AwaitedStatus status) {
    try {
      execute(task);
    } catch (RejectedExecutionException e) {
      warnings.add(otherwise, status, e);
    }
  }

  private void execute(Runnable task) {
    underWay.incrementAndGet();
    try {
      tasks.execute(() -> {
        try {
          task.run();
        } finally {
          end();
        }
      });
    } catch (RejectedExecutionException e) {
      end();
      throw e;
    }
  }

  private void end() {
    if (underWay.decrementAndGet() == 0) {
      synchronized (underWay) {
        underWay.notifyAll();
      }
    }
  }
}
