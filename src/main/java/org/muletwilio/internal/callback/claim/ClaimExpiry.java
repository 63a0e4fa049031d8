package org.muletwilio.internal.callback.claim;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.store.StoreEntries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Removes the entries of a config that have expired: the store may be shared with others, which keep theirs for another time, and
 * may itself keep everything for ever. It goes through the entries from time to time, a few at once, so that callbacks find the
 * store free. The first pass is soon after the start and finds the claims of processes that have died.
 */
public final class ClaimExpiry {

  private static final SafeLogger LOGGER = SafeLogger.of(ClaimExpiry.class);
  /**
   * Entries bear the time of the node that stored them: where clocks differ by no more than that, none is taken out too early.
   */
  static final long CLOCK_SKEW_MILLIS = MINUTES.toMillis(10);
  private static final long SHORTEST_PAUSE_MILLIS = MINUTES.toMillis(10);
  private static final int EVENTS_AT_A_TIME = 100;
  private static final long PAUSE_MILLIS = 500;

  private final StoreEntries entries;
  private final StoreKeys keys;
  private final Claims claims;
  private final long windowMillis;
  private final LongSupplier wallClock;
  private final Executor storeThreads;
  private final Deadlines deadlines;

  /**
   * @param store keeps the entries
   * @param prefix with which the keys of the config begin
   * @param claims know which are abandoned
   * @param windowMillis how long an event is remembered
   * @param wallClock tells the time in milliseconds
   * @param storeThreads may wait for the store
   * @param deadlines tell when it is time
   */
  public ClaimExpiry(ObjectStore<String> store, String prefix, Claims claims, long windowMillis, LongSupplier wallClock,
                     Executor storeThreads, Deadlines deadlines) {
    this.entries = new StoreEntries(store);
    this.keys = new StoreKeys(prefix);
    this.claims = claims;
    this.windowMillis = windowMillis;
    this.wallClock = wallClock;
    this.storeThreads = storeThreads;
    this.deadlines = deadlines;
  }

  /** @param millis when to begin */
  public void start(long millis) {
    later(millis, this::goThroughAll);
  }

  private void later(long millis, Runnable task) {
    deadlines.after(millis, () -> {
      try {
        storeThreads.execute(task);
      } catch (RejectedExecutionException e) {
        LOGGER.debug("The store is busy: its entries expire later", e);
        later(SHORTEST_PAUSE_MILLIS, this::goThroughAll);
      }
    });
  }

  private void goThroughAll() {
    try {
      Map<String, List<String>> events =
          entries.keys().stream().filter(keys::isOwn).collect(groupingBy(StoreKeys::eventOf, toList()));
      goThrough(new ArrayDeque<>(events.entrySet()), new HashSet<>());
    } catch (ObjectStoreException | RuntimeException | Error e) {
      later(e, this::goThroughAll);
    }
  }

  /** An event that fails is left to the end: one that always does would keep all others for ever. */
  private void goThrough(Deque<Map.Entry<String, List<String>>> events, Set<String> failed) {
    for (int i = 0; i < EVENTS_AT_A_TIME && !events.isEmpty(); i++) {
      Map.Entry<String, List<String>> event = events.remove();
      try {
        goThrough(event.getKey(), new ArrayList<>(event.getValue()));
      } catch (ObjectStoreException | RuntimeException | Error e) {
        if (failed.add(event.getKey())) {
          events.addLast(event);
        }
        later(e, () -> goThrough(events, failed));
        return;
      }
    }
    if (events.isEmpty()) {
      later(Math.max(SHORTEST_PAUSE_MILLIS, windowMillis), this::goThroughAll);
    } else {
      later(PAUSE_MILLIS, () -> goThrough(events, failed));
    }
  }

  private void later(Throwable failure, Runnable task) {
    LOGGER.debug("The store fails: its entries expire later", failure);
    later(SHORTEST_PAUSE_MILLIS, task);
  }

  private void goThrough(String event, List<String> all) throws ObjectStoreException {
    String done = StoreKeys.doneKey(event);
    if (!all.contains(done)) {
      if (claims.areAbandoned(event) && areOver(all)) {
        removeAll(all);
      }
    } else if (isOver(done)) {
      // as long as it is there nobody runs the flow
      all.remove(done);
      removeAll(all);
      entries.remove(done);
    }
  }

  private boolean areOver(List<String> all) throws ObjectStoreException {
    for (String key : all) {
      if (!isOver(key)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOver(String key) throws ObjectStoreException {
    return entries.find(key).filter(value -> wallClock.getAsLong() - StoreKeys.timeIn(value) >= windowMillis + CLOCK_SKEW_MILLIS)
        .isPresent();
  }

  private void removeAll(List<String> keys) throws ObjectStoreException {
    for (String key : keys) {
      entries.remove(key);
    }
  }
}
