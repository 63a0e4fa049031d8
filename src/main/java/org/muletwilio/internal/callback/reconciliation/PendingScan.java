package org.muletwilio.internal.callback.reconciliation;

import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_CLAIMED;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.LookUpKey;
import org.muletwilio.internal.callback.pending.PendingKeys;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds in the object store what other processes have stored: this node's own before it was started, and other nodes'. Only keys
 * are listed. Entries are read at the start, once, and later only where they should have been looked up by now: then nobody else
 * does it, and this node takes them over.
 */
final class PendingScan {

  private static final int MOST_READS_AT_A_TIME = 4;

  private final PendingStore store;
  private final DueIndex index;
  private final LookUpSchedule schedule;
  private final ReconcilerWarnings warnings;
  private final BoundedExecutor reads;
  /** What others care for: since when it is known here, without a look-up in between. */
  private final Map<AwaitedStatus, Seen> others = new ConcurrentHashMap<>();
  private boolean started;

  PendingScan(PendingStore store, DueIndex index, LookUpSchedule schedule, ReconcilerWarnings warnings,
              ReconcilerThreads threads) {
    this.store = store;
    this.index = index;
    this.schedule = schedule;
    this.warnings = warnings;
    this.reads = new BoundedExecutor(threads.forStore(), MOST_READS_AT_A_TIME, Integer.MAX_VALUE);
  }

  /** Called by one thread at a time. */
  void run() {
    long now = schedule.nowMillis();
    try {
      PendingKeys keys = store.keys();
      index.retain(keys.getAwaited().keySet(), now);
      others.keySet().retainAll(keys.getAwaited().keySet());
      keys.getAwaited().forEach((status, lookUps) -> see(status, lookUps, now));
      // also where one that is left over can't be removed
      started = true;
      for (LookUpKey each : keys.getOutdated()) {
        store.removeOutdated(each, keys.getAwaited().containsKey(each.getStatus()));
      }
    } catch (ObjectStoreException | RuntimeException | Error e) {
      warnings.addNotListed(e);
    }
  }

  /** Reads nothing any more. */
  void stop() {
    reads.stop();
  }

  private void see(AwaitedStatus status, int lookUps, long now) {
    if (index.contains(status)) {
      others.remove(status);
      return;
    }
    Seen seen = others.get(status);
    if (seen == null || seen.lookUps != lookUps) {
      seen = new Seen(lookUps, started ? now + schedule.getAfterMillis() + schedule.longestAdoption() : now);
      others.put(status, seen);
    }
    if (seen.readMillis <= now) {
      // unless it is taken over, it is looked at again after as long
      others.remove(status);
      reads.execute(() -> read(status, lookUps));
    }
  }

  private void read(AwaitedStatus status, int lookUps) {
    try {
      Optional<PendingStatus> pending = store.find(status);
      if (pending.isPresent()) {
        OptionalLong due = lookUps == 0 ? OptionalLong.of(pending.get().getDueMillis())
            : store.dueAfter(new LookUpKey(status, lookUps));
        index.add(PendingEntry.stored(pending.get(), lookUps, schedule.adoptionMillis(due.orElse(0)), schedule.nowMillis()));
      }
    } catch (ObjectStoreException | RuntimeException | Error e) {
      warnings.add(NOT_CLAIMED, status, e);
      others.put(status, new Seen(lookUps, 0));
    }
  }

  /** Something that another process cares for. */
  private static final class Seen {

    private final int lookUps;
    private final long readMillis;

    private Seen(int lookUps, long readMillis) {
      this.lookUps = lookUps;
      this.readMillis = readMillis;
    }
  }
}
