package org.muletwilio.internal.callback;

import static java.util.stream.Collectors.toList;
import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentMemoryTest {

  private static final int MOST = 100_000;

  private final AtomicLong now = new AtomicLong();

  @Test
  void theFirstValueStaysUntilItIsRemoved() {
    RecentMemory<String> memory = new RecentMemory<>(1000, MOST, now::get);
    String first = new String("one");
    assertEquals(Optional.empty(), memory.putIfAbsent("key", first));
    assertEquals(Optional.of("one"), memory.putIfAbsent("key", "two"));
    memory.remove("key", new String("one"));
    assertEquals(Optional.of("one"), memory.putIfAbsent("key", "two"));
    memory.remove("key", first);
    assertEquals(Optional.empty(), memory.putIfAbsent("key", "two"));
  }

  @Test
  void aMillionKeysTakeNoMoreThanTheMostAndTheLastOnesAreKept() {
    RecentMemory<Integer> memory = new RecentMemory<>(1000, MOST, now::get);
    range(0, 1_000_000).forEach(each -> memory.putIfAbsent("SM" + each, each));
    assertTrue(memory.size() <= MOST, () -> "remembered: " + memory.size());
    assertTrue(memory.size() > MOST * 9 / 10, () -> "remembered: " + memory.size());
    assertTrue(range(1_000_000 - MOST / 2, 1_000_000).allMatch(each -> memory.putIfAbsent("SM" + each, 0).isPresent()));
    assertFalse(memory.putIfAbsent("SM0", 0).isPresent());
  }

  @Test
  void allIsForgottenAfterTheWindow() {
    RecentMemory<Integer> memory = new RecentMemory<>(1000, MOST, now::get);
    range(0, 1000).forEach(each -> memory.putIfAbsent("SM" + each, each));
    now.addAndGet(1000);
    assertTrue(range(0, 1000).allMatch(each -> memory.putIfAbsent("SM" + each, 0).isPresent()));
    now.addAndGet(1);
    assertFalse(range(0, 1000).anyMatch(each -> memory.putIfAbsent("SM" + each, 0).isPresent()));
  }

  @Test
  void whatIsMergedCountsAsNew() {
    RecentMemory<Integer> memory = new RecentMemory<>(Long.MAX_VALUE, 2, now::get);
    assertEquals(3, memory.merge("one", 3, Math::max));
    assertEquals(1, memory.merge("two", 1, Math::max));
    assertEquals(3, memory.merge("one", 2, Math::max));
    assertEquals(5, memory.merge("three", 5, Math::max));
    assertEquals(Optional.of(3), memory.putIfAbsent("one", 0));
  }

  @Test
  void ofManyThreadsOneWins() throws Exception {
    RecentMemory<Thread> memory = new RecentMemory<>(1000, MOST, now::get);
    List<Callable<Long>> tasks = range(0, 8).<Callable<Long>>mapToObj(task -> () -> range(0, 20_000)
        .filter(key -> !memory.putIfAbsent("SM" + key, Thread.currentThread()).isPresent()).count()).collect(toList());
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      long wins = 0;
      for (Future<Long> each : threads.invokeAll(tasks)) {
        wins += each.get();
      }
      assertEquals(20_000, wins);
    } finally {
      threads.shutdownNow();
    }
  }
}
