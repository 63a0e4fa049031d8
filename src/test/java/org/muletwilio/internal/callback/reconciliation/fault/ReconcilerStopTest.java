package org.muletwilio.internal.callback.reconciliation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.ReconcilerFixture;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What a stop ends, and what it leaves to other nodes. */
class ReconcilerStopTest extends ReconcilerFixture {

  @Test
  void nothingIsReadOnceItStops() {
    Node dead = new Node(new MapObjectStore(entries), clock);
    for (int i = 0; i < 100; i++) {
      dead.await("SM" + i);
    }
    node.threads.hold();
    node.scan();
    node.reconciler.stopLookUps();
    node.threads.runHeld();
    long reads = calls.stream().filter("retrieve"::equals).count();
    assertTrue(reads < 10, reads + " reads, beside those that had begun");
  }

  @Test
  void aStoreThatFailsBecauseItStopsIsNotWarnedOf() {
    Node[] stopping = new Node[1];
    stopping[0] = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (isLookUp(key)) {
        stopping[0].reconciler.stopLookUps();
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    stopping[0].await("SM1");
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      stopping[0].pass(AFTER.plusMinutes(1));
      assertEquals(List.of(), log.all());
    }
    assertEquals(Set.of(message("SM1").toKey()), entries.keySet());
  }

  /** A claim that follows the stop would keep other nodes from the look-up. */
  @Test
  void nothingIsClaimedOnceItStops() {
    for (int i = 0; i < 32; i++) {
      node.await("SM" + i);
    }
    clock.pass(AFTER);
    calls.clear();
    node.threads.hold();
    node.lookUp();
    node.reconciler.stopLookUps();
    node.threads.runHeld();
    assertEquals(List.of(), node.lookUps);
    assertEquals(0, calls.stream().filter("store"::equals).count());
  }

  @Test
  void nothingIsLookedUpOnceItStops() {
    node.await("SM1");
    node.reconciler.stopLookUps();
    node.pass(Duration.ofHours(1));
    assertEquals(List.of(), node.lookUps);
    node.await("SM2");
    assertEquals(2, entries.size());
    node.reconciler.stop();
    node.reconciler.forget(message("SM2"));
    assertEquals(2, entries.size());
    assertTrue(node.reconciler.await(message("SM3"), new CallbackRoute(Node.CONFIG,
        message("SM3").getKind(), "status", Optional.empty(), Map.of())).isDone());
  }

  @Test
  void aStopEndsAllWaitsAndThreads() {
    node.threads.hold();
    CompletableFuture<Void> stored = node.await("SM1");
    assertFalse(stored.isDone());
    // so that it does not wait for the store either
    Thread.currentThread().interrupt();
    node.reconciler.stop();
    assertTrue(Thread.interrupted());
    assertTrue(stored.isDone());
    node.reconciler.stop();
    assertEquals(List.of("look-ups", "all"), node.threads.ended);
  }
}
