package org.muletwilio.internal.callback.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;

/** A store that fails, is stuck or has no room: no flow runs without a claim, and its success is stored as soon as may be. */
class ClaimStoreFaultsTest extends ClaimingNodes {

  @Test
  void withoutAClaimNoFlowRuns() {
    for (int step = 0; step < 4; step++) {
      entries.clear();
      runs = 0;
      int failing = step;
      int[] steps = {0};
      Node node = new Node((operation, key) -> {
        if (steps[0]++ == failing) {
          throw new ObjectStoreException(new IllegalStateException("broken on purpose"));
        }
      });
      assertEquals(503, status(node, CallbackAnswer.DONE), "failure at step " + step);
      assertEquals(0, runs);
      assertEquals(204, status(node, CallbackAnswer.DONE), "failure at step " + step);
      assertEquals(1, runs);
    }
    assertEquals(4, log.with("fails").size(), log.all()::toString);
  }

  @Test
  void aSuccessIsStoredUntilTheStoreKnowsIt() {
    boolean[] broken = {false};
    Node node = new Node((operation, key) -> {
      if (broken[0]) {
        throw new IllegalStateException("closed");
      }
    });
    Node other = new Node();
    FlowRun run = node.receive(flow);
    broken[0] = true;
    flow.complete(CallbackAnswer.DONE);
    assertFalse(run.getEnd().isDone());
    pass(TIMES.getAttempt(), node);
    assertEquals(204, run.getEnd().getNow(null).getStatus());
    assertEquals(503, status(other, CallbackAnswer.DONE));
    pass(30_000, node, other);
    broken[0] = false;
    pass(30_000, node, other);
    assertEquals(204, status(other, CallbackAnswer.DONE));
    assertEquals(1, runs);
    assertEquals(1, entries.size(), entries::toString);
  }

  @Test
  void aStoreThatNeverKnowsItIsToldOfInTheLog() {
    boolean[] broken = {false};
    Node node = new Node((operation, key) -> {
      if (broken[0]) {
        throw new IllegalStateException("closed");
      }
    });
    node.receive(flow);
    broken[0] = true;
    flow.complete(CallbackAnswer.DONE);
    for (int i = 0; i < 100; i++) {
      pass(30_000, node);
    }
    assertEquals(1, log.with("can't store that a flow has succeeded").size(), log.all()::toString);
    assertEquals(204, status(node, CallbackAnswer.DONE));
    assertEquals(1, runs);
  }

  /** After it gives up it renews no claim either: a repeat may run the flow at another node. */
  @Test
  void aSuccessIsStoredInTenTriesWithGrowingPauses() {
    List<Long> seconds = new ArrayList<>();
    boolean[] broken = {false};
    Node node = new Node((operation, key) -> {
      if (broken[0]) {
        if (key.endsWith("#done")) {
          seconds.add(millis.get() / 1000);
        }
        throw new IllegalStateException("closed");
      }
    });
    node.receive(flow);
    broken[0] = true;
    flow.complete(CallbackAnswer.DONE);
    for (int i = 0; i < 400; i++) {
      pass(500, node);
    }
    assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L, 121L, 151L), seconds);
    broken[0] = false;
    Node other = new Node();
    assertEquals(503, status(other, CallbackAnswer.DONE));
    for (int i = 0; i < 12; i++) {
      pass(TIMES.getRenewal(), node, other);
    }
    assertEquals(204, status(other, CallbackAnswer.DONE));
  }

  @Test
  void aClaimThatCanNotBeGivenBackIsToldOf() {
    boolean[] broken = {false};
    Node node = new Node((operation, key) -> {
      if (broken[0]) {
        throw new ObjectStoreException(new IllegalStateException("closed"));
      }
    });
    FlowRun run = node.receive(flow);
    broken[0] = true;
    flow.complete(CallbackAnswer.FLOW_FAILED);
    assertEquals(500, run.getEnd().getNow(null).getStatus());
    assertEquals(1, log.with("can't release a status whose flow failed: it can't run again before 120000 ms").size(),
                 log.all()::toString);
  }

  @Test
  void aStuckStoreIsAnsweredForInTimeAndWhatItDoesLaterIsTakenBack() {
    Queue<Runnable> stuck = new ArrayDeque<>();
    Node node = new Node(stuck::add, AT_ONCE, name -> new ReentrantLock());
    FlowRun first = node.receive(CompletableFuture.completedFuture(CallbackAnswer.DONE));
    pass(TIMES.getAttempt() - 1, node);
    assertFalse(first.getEnd().isDone());
    pass(1, node);
    assertEquals(503, first.getEnd().getNow(null).getStatus());
    assertEquals(List.of("WARN The object store of config 'Twilio' has not answered within 8000 ms. Callbacks about statuses are "
        + "answered 503 and run no flow"), log.all());
    FlowRun second = node.receive(CompletableFuture.completedFuture(CallbackAnswer.DONE));
    stuck.remove().run();
    assertEquals(Map.of(), entries, "nobody waits for the first any more");
    assertEquals(0, runs);
    stuck.remove().run();
    stuck.remove().run();
    assertEquals(204, second.getEnd().getNow(null).getStatus());
    assertEquals(1, runs);
  }

  @Test
  void aClaimThatComesTooLateIsGivenBack() {
    Node[] node = new Node[1];
    node[0] = new Node((operation, key) -> {
      if (operation.equals("contains")) {
        pass(TIMES.getAttempt(), node[0]);
      }
    });
    assertEquals(503, status(node[0], CallbackAnswer.DONE));
    assertEquals(0, runs);
    assertEquals(Map.of(), entries);
  }

  @Test
  void noRoomForMoreRequestsOfTheStoreIsAnsweredAtOnce() {
    Node node = new Node(task -> {
      throw new RejectedExecutionException("full on purpose");
    }, AT_ONCE, name -> new ReentrantLock());
    assertEquals(503, status(node, CallbackAnswer.DONE));
    assertEquals(1, log.with("full on purpose").size());
  }
}
