package org.muletwilio.internal.callback.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.testkit.log.LogLines;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** One callback and its repeats, at nodes that share a store. What the store goes through is tried in full by ClaimsModelTest. */
class ObjectStoreIdempotentReceiverTest extends ClaimingNodes {

  @Test
  void whatHasRunRunsAtNoNodeAgain() {
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(1, runs);
    assertEquals(1, entries.size(), entries::toString);
  }

  @Test
  void aFlowThatFailsRunsAgainAtAnyNode() {
    assertEquals(500, status(new Node(), CallbackAnswer.FLOW_FAILED));
    assertEquals(Map.of(), entries);
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(2, runs);
  }

  @Test
  void aRunThatGoesOnElsewhereIsLeftAloneHoweverLongItTakes() {
    Node owner = new Node();
    Node other = new Node();
    FlowRun first = owner.receive(flow);
    for (int minute = 0; minute < 60; minute++) {
      assertEquals(503, status(other, CallbackAnswer.DONE));
      for (int i = 0; i < 6; i++) {
        pass(10_000, owner, other);
      }
    }
    flow.complete(CallbackAnswer.DONE);
    assertEquals(204, first.getEnd().getNow(null).getStatus());
    assertEquals(204, status(other, CallbackAnswer.DONE));
    assertEquals(1, runs);
    assertEquals(1, entries.size(), entries::toString);
    for (int i = 0; i < 10; i++) {
      pass(TIMES.getRenewal(), owner, other);
    }
    assertEquals(1, entries.size(), "what is done is renewed no longer");
  }

  @Test
  void aRunWhoseProcessHasDiedRunsAgainOnceAnotherHasWatchedItForTheLease() {
    Node dead = new Node();
    Node other = new Node();
    dead.receive(flow);
    pass(TIMES.getLease(), other);
    assertEquals(503, status(other, CallbackAnswer.DONE));
    pass(TIMES.getLease() - 1, other);
    assertEquals(503, status(other, CallbackAnswer.DONE));
    pass(1, other);
    assertEquals(204, status(other, CallbackAnswer.DONE));
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(2, runs);
    assertEquals(1, entries.size(), entries::toString);
  }

  @Test
  void whatIsGivenUpMayRunAgain() {
    Node node = new Node();
    flow.complete(CallbackAnswer.FLOW_UNAVAILABLE);
    assertEquals(503, node.receive(flow).getEnd().getNow(null).getStatus());
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(2, runs);
  }

  @Test
  void whatSucceedsAfterItWasGivenUpIsKnownToAllNodes() {
    Node node = new Node();
    flow.complete(CallbackAnswer.FLOW_UNAVAILABLE);
    FlowRun run = node.receive(flow, late);
    late.complete(CallbackAnswer.DONE);
    assertEquals(204, run.getLateEnd().getNow(null).getStatus());
    assertEquals(204, status(node, CallbackAnswer.DONE));
    assertEquals(204, status(new Node(), CallbackAnswer.DONE));
    assertEquals(1, runs);
  }

  @Test
  void aLateSuccessTakesNothingFromTheRunThatCameAfter() {
    Node node = new Node();
    node.receive(CompletableFuture.completedFuture(CallbackAnswer.FLOW_UNAVAILABLE), late);
    FlowRun second = new Node().receive(flow);
    Map<String, String> before = Map.copyOf(entries);
    late.complete(CallbackAnswer.DONE);
    assertTrue(entries.entrySet().containsAll(before.entrySet()));
    flow.complete(CallbackAnswer.DONE);
    assertEquals(204, second.getEnd().getNow(null).getStatus());
  }

  @Test
  void noThreadToBeginTheFlowWithGivesTheClaimBack() {
    Node node = new Node(AT_ONCE, task -> {
      throw new RejectedExecutionException("full on purpose");
    }, name -> new ReentrantLock());
    try (LogLines unbegun = LogLines.of(ObjectStoreIdempotentReceiver.class.getName(), Level.WARN)) {
      assertEquals(503, status(node, CallbackAnswer.DONE));
      assertEquals(1, unbegun.with("message-status/flow").size());
    }
    assertEquals(Map.of(), entries);
  }

  @Test
  void whoeverHasTheLockElsewhereIsAboutToRunTheFlow() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Thread other = new Thread(lock::lock);
    other.start();
    other.join();
    assertEquals(503, status(new Node(AT_ONCE, AT_ONCE, name -> lock), CallbackAnswer.DONE));
    assertEquals(0, runs);
    ReentrantLock free = new ReentrantLock();
    assertEquals(204, status(new Node(AT_ONCE, AT_ONCE, name -> free), CallbackAnswer.DONE));
    assertFalse(free.isLocked());
  }
}
