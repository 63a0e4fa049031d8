package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.PendingStatus;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One awaited status in memory: when it is due, and what the object store has of it. The index guards the fields that order it;
 * the entry guards the rest.
 */
final class PendingEntry implements Comparable<PendingEntry> {

  private static final AtomicLong COUNT = new AtomicLong();

  /** How far the object store is. */
  private enum Kept {
    NOT_YET, BEING_STORED, STORED, FAILED
  }

  private final AwaitedStatus status;
  private final String flow;
  private final long sinceMillis;
  private final long number = COUNT.incrementAndGet();
  private long dueMillis;
  private int lookUps;
  private int failures;
  private Kept kept;
  private long keptSinceMillis;
  private PendingStatus unkept;
  private boolean over;

  private PendingEntry(PendingStatus pending, int lookUps, long dueMillis, Kept kept, PendingStatus unkept) {
    this.status = pending.getStatus();
    this.flow = pending.getRoute().getFlow();
    this.sinceMillis = pending.getSinceMillis();
    this.lookUps = lookUps;
    this.dueMillis = dueMillis;
    this.kept = kept;
    this.unkept = unkept;
  }

  /** @return what is to be stored yet */
  static PendingEntry toBeStored(PendingStatus pending) {
    return new PendingEntry(pending, 0, pending.getDueMillis(), Kept.NOT_YET, pending);
  }

  /**
   * @param lookUps how many there were
   * @param dueMillis when this process is to look it up
   * @param nowMillis the time
   * @return what was found in the object store
   */
  static PendingEntry stored(PendingStatus pending, int lookUps, long dueMillis, long nowMillis) {
    PendingEntry entry = new PendingEntry(pending, lookUps, dueMillis, Kept.STORED, null);
    entry.keptSinceMillis = nowMillis;
    return entry;
  }

  AwaitedStatus getStatus() {
    return status;
  }

  String getFlow() {
    return flow;
  }

  long getSinceMillis() {
    return sinceMillis;
  }

  /** Guarded by the index, as {@link #setDueMillis}. */
  long getDueMillis() {
    return dueMillis;
  }

  void setDueMillis(long dueMillis) {
    this.dueMillis = dueMillis;
  }

  synchronized int getLookUps() {
    return lookUps;
  }

  /** Nothing has failed since. */
  synchronized void wasLookedUp() {
    failures = 0;
  }

  synchronized void claimed() {
    lookUps++;
  }

  /** @return how often it has failed by now, without a success in between */
  synchronized int failed() {
    return ++failures;
  }

  /** @return what is awaited, as long as the object store does not have it: this process alone knows of it then */
  synchronized Optional<PendingStatus> getUnkept() {
    return Optional.ofNullable(unkept);
  }

  /** @return whether it is to be stored: it may have come to its end meanwhile, or be stored by now */
  synchronized boolean beginStore() {
    if (over || kept == Kept.BEING_STORED || kept == Kept.STORED) {
      return false;
    }
    kept = Kept.BEING_STORED;
    return true;
  }

  /** @return whether it has come to its end meanwhile, and must be removed from the store again */
  synchronized boolean endStore(boolean succeeded, long nowMillis) {
    kept = succeeded ? Kept.STORED : Kept.FAILED;
    keptSinceMillis = nowMillis;
    if (succeeded) {
      unkept = null;
    }
    return over;
  }

  /** @return whether the object store has had it since before a time, and is not being asked about it */
  synchronized boolean isStoredBefore(long millis) {
    return kept == Kept.STORED && keptSinceMillis < millis;
  }

  /** It has come to its end. @return whether the object store may have it; what is just being stored is removed after that */
  synchronized boolean end() {
    over = true;
    return kept == Kept.STORED || kept == Kept.FAILED;
  }

  @Override
  public int compareTo(PendingEntry other) {
    int due = Long.compare(dueMillis, other.dueMillis);
    return due != 0 ? due : Long.compare(number, other.number);
  }
}
