package org.muletwilio.internal.callback;

import static java.util.stream.IntStream.range;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Remembers values by their keys, for a while and a bounded number of them. In many parts, each with a lock of its own: every
 * callback comes here, and one lock for all would make them wait for each other.
 */
final class RecentMemory<V> {

  private static final int PARTS = 64;
  /** Below, one part would forget much earlier than another. */
  private static final int LEAST_IN_PART = 256;

  private final List<Part<V>> parts;
  private final LongSupplier clock;

  /**
   * @param windowMillis how long a value is remembered
   * @param most how many are remembered, the oldest are forgotten first
   * @param clock tells the time in milliseconds
   */
  RecentMemory(long windowMillis, int most, LongSupplier clock) {
    int number = most / PARTS < LEAST_IN_PART ? 1 : PARTS;
    this.parts = range(0, number).mapToObj(part -> new Part<V>(windowMillis, most / number)).collect(Collectors.toList());
    this.clock = clock;
  }

  /** @return the value that the key has already; empty where it has this one now */
  Optional<V> putIfAbsent(String key, V value) {
    return partOf(key).putIfAbsent(key, value, clock.getAsLong());
  }

  /** @return what the key has now: the value, or what the function makes of the earlier one and it; it counts as new */
  V merge(String key, V value, BinaryOperator<V> function) {
    return partOf(key).merge(key, value, function, clock.getAsLong());
  }

  /** Forgets the key if it has this very value. */
  void remove(String key, V value) {
    partOf(key).remove(key, value);
  }

  int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  private Part<V> partOf(String key) {
    int hash = key.hashCode();
    return parts.get((hash ^ hash >>> 16) & parts.size() - 1);
  }

  /** In the order of time, so that each value is looked at once when it leaves. */
  private static final class Part<V> {

    private final long windowMillis;
    private final int most;
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    private Part(long windowMillis, int most) {
      this.windowMillis = windowMillis;
      this.most = most;
    }

    private synchronized Optional<V> putIfAbsent(String key, V value, long now) {
      forgetOlderThanWindow(now);
      Entry<V> before = entries.get(key);
      if (before != null) {
        return Optional.of(before.value);
      }
      putLast(key, value, now);
      return Optional.empty();
    }

    private synchronized V merge(String key, V value, BinaryOperator<V> function, long now) {
      forgetOlderThanWindow(now);
      Entry<V> before = entries.remove(key);
      V after = before == null ? value : function.apply(before.value, value);
      putLast(key, after, now);
      return after;
    }

    private synchronized void remove(String key, V value) {
      Entry<V> entry = entries.get(key);
      if (entry != null && entry.value == value) {
        entries.remove(key);
      }
    }

    private synchronized int size() {
      return entries.size();
    }

    private void putLast(String key, V value, long now) {
      if (entries.size() >= most) {
        entries.remove(entries.keySet().iterator().next());
      }
      entries.put(key, new Entry<>(value, now));
    }

    private void forgetOlderThanWindow(long now) {
      Iterator<Entry<V>> eldest = entries.values().iterator();
      while (eldest.hasNext() && now - eldest.next().since > windowMillis) {
        eldest.remove();
      }
    }
  }

  private static final class Entry<V> {

    private final V value;
    private final long since;

    private Entry(V value, long since) {
      this.value = value;
      this.since = since;
    }
  }
}
