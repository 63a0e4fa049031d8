package org.muletwilio.internal.callback;

import java.util.OptionalInt;

/** A hash table from 128 bits to a number and a time, in arrays alone. Nothing is ever taken out. Not thread-safe. */
final class NumberTable {

  private static final int FIRST_CAPACITY = 16;

  private long[] highs;
  private long[] lows;
  private long[] times;
  private int[] numbers;
  private int size;

  NumberTable() {
    allocate(FIRST_CAPACITY);
  }

  /**
   * @param high half of the key
   * @param low the other half
   * @param earliest the time before which what was put counts no more
   * @return the number that was put last for the key
   */
  OptionalInt find(long high, long low, long earliest) {
    int slot = slotOf(high, notEmpty(low));
    return isEmpty(slot) || times[slot] < earliest ? OptionalInt.empty() : OptionalInt.of(numbers[slot]);
  }

  /** Puts a number in place of any that the key had. */
  void put(long high, long low, int number, long time) {
    int slot = slotOf(high, notEmpty(low));
    if (isEmpty(slot)) {
      if (2 * (size + 1) > lows.length) {
        grow();
        slot = slotOf(high, notEmpty(low));
      }
      size++;
    }
    set(slot, high, notEmpty(low), number, time);
  }

  int size() {
    return size;
  }

  /** @return where the key is, or else the empty slot where it would be: at least half of them are */
  private int slotOf(long high, long low) {
    int slot = (int) high & lows.length - 1;
    while (!isEmpty(slot) && (lows[slot] != low || highs[slot] != high)) {
      slot = slot + 1 & lows.length - 1;
    }
    return slot;
  }

  private boolean isEmpty(int slot) {
    return lows[slot] == 0;
  }

  private static long notEmpty(long low) {
    return low == 0 ? 1 : low;
  }

  private void set(int slot, long high, long low, int number, long time) {
    highs[slot] = high;
    lows[slot] = low;
    numbers[slot] = number;
    times[slot] = time;
  }

  private void grow() {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    long[] oldTimes = times;
    int[] oldNumbers = numbers;
    allocate(2 * oldLows.length);
    for (int i = 0; i < oldLows.length; i++) {
      if (oldLows[i] != 0) {
        set(slotOf(oldHighs[i], oldLows[i]), oldHighs[i], oldLows[i], oldNumbers[i], oldTimes[i]);
      }
    }
  }

  private void allocate(int capacity) {
    highs = new long[capacity];
    lows = new long[capacity];
    times = new long[capacity];
    numbers = new int[capacity];
  }
}
