package org.muletwilio.internal.callback.idempotency;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A hash table from 128 bits to a number and a time, in one array alone. Entries can only be removed all at once. Not
 * thread-safe.
 */
final class FingerprintTable {

  private static final int FIRST_CAPACITY = 16;
  /** What a slot holds lies side by side, so that a look at one waits for the memory once. */
  private static final int WORDS_IN_SLOT = 4;
  private static final int LOW = 1;
  private static final int TIME = 2;
  private static final int NUMBER = 3;

  private long[] words = new long[WORDS_IN_SLOT * FIRST_CAPACITY];
  private int size;

  /**
   * @param high half of the key
   * @param low the other half
   * @param earliest the time before which what was put counts no more
   * @return the number that was put last for the key
   */
  OptionalInt find(long high, long low, long earliest) {
    int slot = slotOf(high, notEmpty(low));
    return isEmpty(slot) || words[slot + TIME] < earliest ? OptionalInt.empty() : OptionalInt.of((int) words[slot + NUMBER]);
  }

  /** Puts a number in place of any that the key had. */
  void put(long high, long low, int number, long time) {
    int slot = slotOf(high, notEmpty(low));
    if (isEmpty(slot)) {
      if (5 * WORDS_IN_SLOT * (size + 1) > 4 * words.length) {
        grow();
        slot = slotOf(high, notEmpty(low));
      }
      size++;
    }
    words[slot] = high;
    words[slot + LOW] = notEmpty(low);
    words[slot + TIME] = time;
    words[slot + NUMBER] = number;
  }

  int size() {
    return size;
  }

  /** Takes out all, and keeps the room. */
  void clear() {
    Arrays.fill(words, 0);
    size = 0;
  }

  /** @return where the key is, or else the empty slot where it would be: at least a fifth of them are */
  private int slotOf(long high, long low) {
    int slot = (int) high * WORDS_IN_SLOT & words.length - 1;
    while (!isEmpty(slot) && (words[slot + LOW] != low || words[slot] != high)) {
      slot = slot + WORDS_IN_SLOT & words.length - 1;
    }
    return slot;
  }

  private boolean isEmpty(int slot) {
    return words[slot + LOW] == 0;
  }

  private static long notEmpty(long low) {
    return low == 0 ? 1 : low;
  }

  private void grow() {
    long[] old = words;
    words = new long[2 * old.length];
    for (int from = 0; from < old.length; from += WORDS_IN_SLOT) {
      if (old[from + LOW] != 0) {
        System.arraycopy(old, from, words, slotOf(old[from], old[from + LOW]), WORDS_IN_SLOT);
      }
    }
  }
}
