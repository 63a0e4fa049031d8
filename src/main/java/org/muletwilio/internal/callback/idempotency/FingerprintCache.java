package org.muletwilio.internal.callback.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.Sha256;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Remembers a number for each of many texts, for a while and a bounded number of them. It keeps no objects but arrays, with 128
 * bits of SHA-256 in place of each text: hundreds of thousands of long-lived objects that are replaced all the time cost the
 * garbage collector more than all the rest of a callback costs the connector. In parts, each with a lock of its own, so that
 * callbacks don't wait for each other.
 */
final class FingerprintCache {

  private static final int PARTS = 64;
  /** Below, one part would forget much earlier than another. */
  private static final int LEAST_IN_PART = 256;

  private final Sha256 sha256 = new Sha256();
  private final Part[] parts;
  private final long windowMillis;
  private final LongSupplier clock;

  /**
   * @param windowMillis how long a number is remembered
   * @param least how many of the last ones are remembered at the least; at the most there are twice as many
   * @param clock tells the time in milliseconds
   */
  FingerprintCache(long windowMillis, int least, LongSupplier clock) {
    this.parts = new Part[least / PARTS < LEAST_IN_PART ? 1 : PARTS];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part(least / parts.length);
    }
    this.windowMillis = windowMillis;
    this.clock = clock;
  }

  /** @return the number of the text, if one is remembered */
  OptionalInt find(String text) {
    ByteBuffer hash = hash(text);
    return partOf(hash).find(hash.getLong(0), hash.getLong(8), earliest());
  }

  /** Remembers a number for a text that has none. */
  void keep(String text, int number) {
    ByteBuffer hash = hash(text);
    partOf(hash).keep(hash.getLong(0), hash.getLong(8), number, clock.getAsLong());
  }

  /** @return the higher one of the number and that which is remembered, which is remembered from now on, or still */
  int keepHighest(String text, int number) {
    ByteBuffer hash = hash(text);
    return partOf(hash).keepHighest(hash.getLong(0), hash.getLong(8), number, clock.getAsLong(), earliest());
  }

  int size() {
    int size = 0;
    for (Part part : parts) {
      size += part.size();
    }
    return size;
  }

  private long earliest() {
    return clock.getAsLong() - windowMillis;
  }

  private Part partOf(ByteBuffer hash) {
    return parts[hash.getInt(16) & parts.length - 1];
  }

  private ByteBuffer hash(String text) {
    return ByteBuffer.wrap(sha256.of(text.getBytes(UTF_8)));
  }

  /** A table that is filled, and the full one before it: what is older than both is forgotten at once, without a look at it. */
  private static final class Part {

    private final int least;
    private FingerprintTable young;
    private FingerprintTable old;

    private Part(int least) {
      this.least = least;
      this.young = new FingerprintTable();
      this.old = new FingerprintTable();
    }

    private synchronized OptionalInt find(long high, long low, long earliest) {
      OptionalInt found = young.find(high, low, earliest);
      return found.isPresent() ? found : old.find(high, low, earliest);
    }

    private synchronized int keepHighest(long high, long low, int number, long now, long earliest) {
      OptionalInt before = find(high, low, earliest);
      if (before.isPresent() && before.getAsInt() >= number) {
        return before.getAsInt();
      }
      keep(high, low, number, now);
      return number;
    }

    private synchronized void keep(long high, long low, int number, long now) {
      if (young.size() >= least) {
        FingerprintTable forgotten = old;
        old = young;
        young = forgotten;
        young.clear();
      }
      young.put(high, low, number, now);
    }

    private synchronized int size() {
      return young.size() + old.size();
    }
  }
}
