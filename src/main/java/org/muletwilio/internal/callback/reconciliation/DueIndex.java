package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.pending.AwaitedStatus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The awaited statuses in this process's memory, ordered by the time when they are due: a check costs nothing while nothing is
 * due. A bounded number of them is looked up at a time for each flow, so that a flow that hangs holds up its own statuses alone.
 */
final class DueIndex {

  private final int mostOfFlow;
  private final int mostRemembered;
  private final Map<AwaitedStatus, PendingEntry> entries = new HashMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();
  /** The last statuses that came lately, and that nothing here had awaited, the eldest first. */
  private final Set<AwaitedStatus> endedBefore = new LinkedHashSet<>();

  /**
   * @param mostOfFlow how much of one flow's is under way at a time
   * @param mostRemembered how many last statuses are remembered that came before anybody awaited them
   */
  DueIndex(int mostOfFlow, int mostRemembered) {
    this.mostOfFlow = mostOfFlow;
    this.mostRemembered = mostRemembered;
  }

  /** @return whether it is awaited from now on: not where its last status has come already, or it is awaited before */
  synchronized boolean add(PendingEntry entry) {
    if (endedBefore.remove(entry.getStatus()) || entries.putIfAbsent(entry.getStatus(), entry) != null) {
      return false;
    }
    lanes.computeIfAbsent(entry.getFlow(), flow -> new Lane()).waiting.add(entry);
    return true;
  }

  /**
   * Forgets what has come to its end. A callback may be faster than the answer to the request that caused it: what is not awaited
   * yet is remembered for a while.
   *
   * @return what was awaited, if this process knows of it
   */
  synchronized Optional<PendingEntry> end(AwaitedStatus status) {
    PendingEntry entry = entries.remove(status);
    if (entry == null) {
      remember(status);
      return Optional.empty();
    }
    lanes.computeIfPresent(entry.getFlow(), (flow, lane) -> {
      lane.waiting.remove(entry);
      return lane.orNullIfEmpty();
    });
    return Optional.of(entry);
  }

  /**
   * Gives out what is due for the longest, unless there is too much of its flow. It must come back by {@link #again} or
   * {@link #done}.
   */
  synchronized Optional<PendingEntry> poll(long nowMillis) {
    Lane first = null;
    for (Lane lane : lanes.values()) {
      if (lane.underWay < mostOfFlow && lane.isDue(nowMillis)
          && (first == null || lane.waiting.first().compareTo(first.waiting.first()) < 0)) {
        first = lane;
      }
    }
    if (first == null) {
      return Optional.empty();
    }
    first.underWay++;
    return Optional.of(first.waiting.pollFirst());
  }

  /** Takes back what is not at its end; it is dropped where it has come to that otherwise. */
  synchronized void again(PendingEntry entry, long dueMillis) {
    leave(entry);
    entry.setDueMillis(dueMillis);
    if (entries.get(entry.getStatus()) == entry) {
      lanes.computeIfAbsent(entry.getFlow(), flow -> new Lane()).waiting.add(entry);
    }
  }

  /** Takes back what is at its end, or another node's now. */
  synchronized void done(PendingEntry entry) {
    leave(entry);
    entries.remove(entry.getStatus(), entry);
  }

  synchronized boolean contains(AwaitedStatus status) {
    return entries.containsKey(status);
  }

  synchronized int size() {
    return entries.size();
  }

  /**
   * Drops what other nodes have brought to its end.
   *
   * @param kept what the object store had
   * @param sinceMillis when it was asked; what came later it needn't have told
   */
  synchronized void retain(Set<AwaitedStatus> kept, long sinceMillis) {
    Set<AwaitedStatus> gone = new HashSet<>();
    for (PendingEntry entry : entries.values()) {
      if (!kept.contains(entry.getStatus()) && entry.isStoredBefore(sinceMillis)
          && lanes.get(entry.getFlow()).waiting.contains(entry)) {
        gone.add(entry.getStatus());
      }
    }
    gone.forEach(status -> {
      end(status);
    });
  }

  private void leave(PendingEntry entry) {
    lanes.computeIfPresent(entry.getFlow(), (flow, lane) -> {
      lane.underWay--;
      return lane.orNullIfEmpty();
    });
  }

  private void remember(AwaitedStatus status) {
    endedBefore.add(status);
    if (endedBefore.size() > mostRemembered) {
      Iterator<AwaitedStatus> eldest = endedBefore.iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** One flow's. */
  private static final class Lane {

    private final TreeSet<PendingEntry> waiting = new TreeSet<>();
    private int underWay;

    private boolean isDue(long nowMillis) {
      return !waiting.isEmpty() && waiting.first().getDueMillis() <= nowMillis;
    }

    private Lane orNullIfEmpty() {
      return waiting.isEmpty() && underWay == 0 ? null : this;
    }
  }
}
