package org.muletwilio.internal.callback.reconciliation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.ReconcilerFixture;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A store that fails for a while, a connection that ends and a pool without a free thread lose no status. */
class FailingStoreTest extends ReconcilerFixture {

  @Test
  void aStoreThatFailsToTakeTheClaimIsAskedAgain() {
    AtomicBoolean fails = new AtomicBoolean(true);
    Node unlucky = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (fails.get() && isLookUp(key)) {
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    unlucky.await("SM1");
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      unlucky.pass(AFTER.plusMinutes(5));
      assertEquals(1, log.with("can't ask its object store for what is awaited of SM1, and will try again").size());
      assertEquals(1, log.all().size(), log.all()::toString);
    }
    assertEquals(List.of(), unlucky.lookUps);
    fails.set(false);
    unlucky.pass(Duration.ofMinutes(5));
    assertEquals(List.of("SM1"), unlucky.lookUps);
    assertEquals(Map.of(), entries);
  }

  @Test
  void aStoreThatFailsToTellWhatItHasIsAskedAgain() {
    AtomicReference<String> fails = new AtomicReference<>("allKeys");
    new Node(new MapObjectStore(entries), clock).await("SM1");
    Node restarted = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (operation.equals(fails.get())) {
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      restarted.pass(AFTER);
      fails.set("retrieve");
      restarted.pass(Duration.ofMinutes(5));
      assertEquals(1, log.with("can't list what its object store awaits, and will try again").size(), log.all()::toString);
      assertEquals(1, log.with("can't ask its object store for what is awaited of SM1").size(), log.all()::toString);
      assertEquals(2, log.all().size(), log.all()::toString);
    }
    fails.set("");
    restarted.pass(Duration.ofMinutes(2));
    assertEquals(List.of("SM1"), restarted.lookUps);
  }

  @Test
  void aConnectionThatEndsMeanwhileIsWaitedFor() {
    AtomicBoolean ends = new AtomicBoolean(true);
    Node[] lost = new Node[1];
    lost[0] = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (isLookUp(key) && ends.compareAndSet(true, false)) {
        lost[0].disconnect();
      }
    }), clock);
    lost[0].await("SM1");
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      lost[0].pass(AFTER.plusHours(1));
      assertEquals(List.of("WARN Config 'Twilio' can't look up the status of SM1, and will try again: the connection has "
                   + "stopped"),
                   log.all());
    }
    assertEquals(List.of(), lost[0].lookUps);
    lost[0].connect();
    lost[0].round();
    assertEquals(List.of("SM1"), lost[0].lookUps);
  }

  /** Its process alone knows of it until then. */
  @Test
  void whatTheStoreDidNotTakeIsStoredAtTheNextLookUp() {
    AtomicBoolean fails = new AtomicBoolean(true);
    Node unlucky = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (fails.get()) {
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      unlucky.await("SM1");
      assertEquals(1, log.with("can't store that the status of SM1 is awaited, and awaits it in memory alone").size());
    }
    fails.set(false);
    unlucky.twilioSays("sent");
    unlucky.pass(AFTER.plusMinutes(1));
    assertEquals(Set.of(message("SM1").toKey()), entries.keySet());
    unlucky.twilioSays("delivered");
    unlucky.pass(AFTER.plusMinutes(1));
    assertEquals(List.of("SM1", "SM1"), unlucky.lookUps);
    assertEquals(Map.of(), entries);
  }

  @Test
  void aPoolWithoutAFreeThreadLosesNothing() {
    node.threads.setFull(true);
    assertTrue(node.await("SM1").isDone());
    node.pass(AFTER.plusMinutes(5));
    assertEquals(List.of(), node.lookUps);
    node.threads.setFull(false);
    node.pass(Duration.ofMinutes(5));
    assertEquals("delivered", onlyRun().getStatus());
  }
}
