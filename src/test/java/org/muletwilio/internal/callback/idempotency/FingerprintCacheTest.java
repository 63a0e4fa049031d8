package org.muletwilio.internal.callback.idempotency;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class FingerprintCacheTest {

  private static final int LEAST = 50_000;

  private final AtomicLong now = new AtomicLong(1_000_000);

  @Test
  void keepsTheHighest() {
    FingerprintCache numbers = new FingerprintCache(1000, LEAST, now::get);
    assertEquals(OptionalInt.empty(), numbers.find("SM1"));
    assertEquals(3, numbers.keepHighest("SM1", 3));
    assertEquals(3, numbers.keepHighest("SM1", 2));
    assertEquals(4, numbers.keepHighest("SM1", 4));
    assertEquals(OptionalInt.of(4), numbers.find("SM1"));
    assertEquals(OptionalInt.empty(), numbers.find("SM2"));
  }

  @Test
  void doesAsAMapDoes() {
    FingerprintCache numbers = new FingerprintCache(Long.MAX_VALUE, LEAST, now::get);
    Map<String, Integer> map = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      String text = "SM" + random.nextInt(30_000);
      int number = random.nextInt(100) - 50;
      assertEquals(map.merge(text, number, Math::max), numbers.keepHighest(text, number));
    }
    map.forEach((text, number) -> assertEquals(OptionalInt.of(number), numbers.find(text)));
    assertEquals(map.size(), numbers.size());
  }

  @Test
  void aMillionTakeNoMoreThanTwiceTheLeastAndTheLastOnesAreKept() {
    FingerprintCache numbers = new FingerprintCache(1000, LEAST, now::get);
    range(0, 1_000_000).forEach(each -> numbers.keepHighest("SM" + each, 1));
    assertTrue(numbers.size() >= LEAST && numbers.size() <= 2 * LEAST, () -> "remembered: " + numbers.size());
    assertTrue(range(1_000_000 - LEAST / 5 * 4, 1_000_000).allMatch(each -> numbers.find("SM" + each).isPresent()));
    assertFalse(numbers.find("SM0").isPresent());
  }

  /** It counts from when the highest one came. */
  @Test
  void whatComesAgainIsNotRememberedForLonger() {
    FingerprintCache numbers = new FingerprintCache(1000, LEAST, now::get);
    numbers.keepHighest("SM1", 5);
    now.addAndGet(800);
    numbers.keepHighest("SM1", 5);
    now.addAndGet(201);
    assertEquals(OptionalInt.empty(), numbers.find("SM1"));
  }

  @Test
  void bothHalvesOfAFingerprintCount() {
    FingerprintTable table = new FingerprintTable();
    table.put(7, 2, 20, 0);
    table.put(7, 3, 30, 0);
    table.put(7, 0, 40, 0);
    assertEquals(OptionalInt.of(20), table.find(7, 2, 0));
    assertEquals(OptionalInt.of(30), table.find(7, 3, 0));
    assertEquals(OptionalInt.of(40), table.find(7, 0, 0));
    assertEquals(OptionalInt.empty(), table.find(7, 4, 0));
    assertEquals(OptionalInt.empty(), table.find(8, 2, 0));
    assertEquals(3, table.size());
  }

  @Test
  void allIsForgottenAfterTheWindow() {
    FingerprintCache numbers = new FingerprintCache(1000, LEAST, now::get);
    range(0, 1000).forEach(each -> numbers.keepHighest("SM" + each, 5));
    now.addAndGet(1000);
    assertTrue(range(0, 1000).allMatch(each -> numbers.find("SM" + each).isPresent()));
    now.addAndGet(1);
    assertFalse(range(0, 1000).anyMatch(each -> numbers.find("SM" + each).isPresent()));
    assertEquals(1, numbers.keepHighest("SM7", 1));
    assertEquals(OptionalInt.of(1), numbers.find("SM7"));
  }
}
