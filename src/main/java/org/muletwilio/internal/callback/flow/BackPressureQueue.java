package org.muletwilio.internal.callback.flow;

import org.muletwilio.internal.callback.schedule.ContextClassLoaders;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.schedule.HandOver;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The callbacks that wait until one flow has room for them, in the order they came. Each end of a run lets the first one try
 * again; since Mule may still refuse it, a timer does so, too. No thread waits. Thread-safe.
 */
final class BackPressureQueue {

  private static final long PAUSE_MILLIS = 100;
  /** A flow that has no room for these has none for those behind them. */
  private static final int TRIED_BY_TIMER = 8;

  private final Deadlines deadlines;
  private final Executor threads;
  private final AtomicLong places = new AtomicLong();
  private final ConcurrentNavigableMap<Long, WaitingCallback> waiting = new ConcurrentSkipListMap<>();
  private final AtomicBoolean timed = new AtomicBoolean();

  /**
   * @param deadlines make the callbacks try again
   * @param threads where a callback tries again after the end of a run
   */
  BackPressureQueue(Deadlines deadlines, Executor threads) {
    this.deadlines = deadlines;
    this.threads = threads;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean holds(WaitingCallback callback) {
    return waiting.containsKey(callback.getPlace());
  }

  /** @return a place behind all that were given before */
  long nextPlace() {
    return places.incrementAndGet();
  }

  /** @param callback has a place, and takes it */
  void add(WaitingCallback callback) {
    waiting.put(callback.getPlace(), callback);
    tryAllLater();
  }

  /** @return whether the flow may have room for one more: it has not refused the first one at once */
  boolean tryFirst() {
    Map.Entry<Long, WaitingCallback> first = waiting.pollFirstEntry();
    if (first == null) {
      return false;
    }
    WaitingCallback callback = first.getValue();
    ContextClassLoaders.run(callback.getClassLoader(), callback::tryAgain);
    return !holds(callback);
  }

  /** A run has ended. What follows must not run within it: the next run may end at once, and the next. */
  void tryFirstSoon() {
    if (!isEmpty()) {
      HandOver.to(threads, this::tryFirst);
    }
  }

  private void tryAllLater() {
    if (timed.compareAndSet(false, true)) {
      deadlines.after(PAUSE_MILLIS, this::tryAll);
    }
  }

  private void tryAll() {
    timed.set(false);
    waiting.forEach((place, callback) -> {
      if (callback.isDue() && waiting.remove(place, callback)) {
        callback.giveUp();
      }
    });
    boolean room = true;
    for (int i = 0; i < TRIED_BY_TIMER && room; i++) {
      room = tryFirst();
    }
    if (!isEmpty()) {
      tryAllLater();
    }
  }
}
