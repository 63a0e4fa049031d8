package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Object stores that are slow, stuck or out of order, on real threads. */
@Timeout(60)
class BadStoreTest {

  @Test
  void anOperationEndsWhenItsStatusIsStored() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (RunningNode node = new RunningNode(StoreHook.stuckUntil(latch), Duration.ofHours(1))) {
      CompletableFuture<Void> end = node.await("SM1");
      assertThrows(TimeoutException.class, () -> end.get(200, MILLISECONDS));
      latch.countDown();
      end.get(10, SECONDS);
      assertEquals(Set.of(message("SM1").toKey()), node.entries.keySet());
    }
  }

  /** The message is sent: a retry would send another. */
  @Test
  void aStuckStoreHoldsUpAnOperationForASecondAndThenNone() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (RunningNode node = new RunningNode(StoreHook.stuckUntil(latch), Duration.ofHours(1));
        LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      CompletableFuture<Void> first = node.await("SM0");
      long start = System.nanoTime();
      first.get(10, SECONDS);
      assertTrue(System.nanoTime() - start > MILLISECONDS.toNanos(500));
      List<CompletableFuture<Void>> later = IntStream.range(1, 1000).mapToObj(i -> node.await("SM" + i)).collect(toList());
      assertTrue(later.stream().allMatch(CompletableFuture::isDone));
      assertEquals(1, log.with("has not stored yet that the status of SM1 is awaited").size(), log.all()::toString);
      latch.countDown();
      node.eventually(() -> node.entries.size() == 1000);
      // the store is in time again
      node.eventually(() -> {
        CompletableFuture<Void> next = node.await("SMagain" + System.nanoTime());
        return !next.isDone();
      });
    }
  }

  @Test
  void whatComesWhileTheStoreIsStuckIsNeverStored() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    List<String> calls = new CopyOnWriteArrayList<>();
    StoreHook counting = (operation, key) -> calls.add(operation);
    try (RunningNode node = new RunningNode(counting.then(StoreHook.stuckUntil(latch)), Duration.ofHours(1))) {
      IntStream.range(0, 1000).forEach(i -> node.await("SM" + i));
      node.eventually(() -> calls.size() == PendingWriter.MOST_AT_A_TIME);
      IntStream.range(0, 1000).forEach(i -> node.reconciler().forget(message("SM" + i)));
      latch.countDown();
      node.eventually(() -> calls.size() == 2 * PendingWriter.MOST_AT_A_TIME);
      node.eventually(node.entries::isEmpty);
      assertEquals(PendingWriter.MOST_AT_A_TIME, calls.stream().filter("remove"::equals).count());
    }
  }

  @Test
  void moreThanAStuckStoreLetsWaitIsAwaitedInMemoryAlone() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (RunningNode node = new RunningNode(StoreHook.stuckUntil(latch), Duration.ofHours(1));
        LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      int many = PendingWriter.MOST_WAITING + PendingWriter.MOST_AT_A_TIME;
      IntStream.range(0, many + 100).forEach(i -> node.await("SM" + i));
      assertEquals(1, log.with("awaits it in memory alone").size(), log.all()::toString);
      latch.countDown();
      node.eventually(() -> node.entries.size() == many);
    }
  }

  @Test
  void aStoreThatFailsIsNoReasonToLoseAStatus() throws Exception {
    try (RunningNode node = new RunningNode(StoreHook.failing(), Duration.ofMillis(500));
        LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      for (int i = 0; i < 50; i++) {
        node.await("SM" + i).get(10, SECONDS);
      }
      node.eventually(() -> node.flows.runs().size() == 50);
      assertEquals(1, log.with("awaits it in memory alone, until a restart").size(), log.all()::toString);
    }
  }

  @Test
  void aStoreThatRecoversGetsWhatIsAwaitedInMemory() throws Exception {
    AtomicInteger failing = new AtomicInteger(1);
    StoreHook hook = (operation, key) -> {
      if (failing.get() > 0) {
        StoreHook.failing().before(operation, key);
      }
    };
    try (RunningNode node = new RunningNode(hook, Duration.ofMillis(300));
        LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      node.twilio(status -> Optional.of(fetched(status, "sent")));
      node.await("SM1").get(10, SECONDS);
      assertEquals(Map.of(), node.entries);
      failing.set(0);
      node.eventually(() -> node.entries.containsKey(message("SM1").toKey()));
      assertEquals(1, log.all().size(), log.all()::toString);
    }
  }

  @Test
  void aSlowStoreIsAskedSeveralThingsAtATime() throws Exception {
    try (RunningNode node = new RunningNode(StoreHook.slow(Duration.ofMillis(50)), Duration.ofHours(1))) {
      long start = System.nanoTime();
      for (CompletableFuture<Void> each : IntStream.range(0, 160).mapToObj(i -> node.await("SM" + i)).collect(toList())) {
        each.get(10, SECONDS);
      }
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertTrue(millis < 160 * 50 / 4, millis + " ms");
      node.eventually(() -> node.entries.size() == 160);
    }
  }

  @Test
  void aStopStoresWhatIsToBeStored() throws Exception {
    RunningNode node = new RunningNode(StoreHook.slow(Duration.ofMillis(100)), Duration.ofHours(1));
    IntStream.range(0, 160).forEach(i -> node.await("SM" + i));
    node.close();
    assertEquals(160, node.entries.size());
  }

  /** Closing the services fails if a thread goes on. */
  @Test
  void aStopEndsAllThreadsWhateverTheyWaitFor() throws Exception {
    Set<String> before = ConcurrentHashMap.newKeySet();
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger stored = new AtomicInteger();
    StoreHook hook = (operation, key) -> {
      if (stored.incrementAndGet() > 40) {
        StoreHook.stuckUntil(never).before(operation, key);
      }
    };
    RunningNode node = new RunningNode(hook, Duration.ofMillis(100));
    node.twilio(status -> {
      before.add(status.getSid());
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Optional.empty();
    });
    for (int i = 0; i < 30; i++) {
      node.await("SM" + i);
    }
    node.eventually(() -> before.size() >= 1);
    List<CompletableFuture<Void>> waits = IntStream.range(100, 200).mapToObj(i -> node.await("SM" + i)).collect(toList());
    long start = System.nanoTime();
    node.close();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertTrue(millis < 8000, millis + " ms");
    assertTrue(waits.stream().allMatch(CompletableFuture::isDone));
    assertTrue(node.reconciler().await(message("SMlate"), RunningNode.ROUTE).isDone());
    node.reconciler().forget(message("SMlate"));
  }
}
