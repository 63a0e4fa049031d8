package org.muletwilio.internal.callback.reconciliation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;

import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.ReconcilerFixture;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.MapObjectStore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows of looked-up statuses that fail, hang or end late. */
class LookedUpFlowsTest extends ReconcilerFixture {

  @Test
  void aFlowThatAlwaysFailsIsRunLessAndLessAndGivenUp() {
    node.flows.fail();
    node.await("SM1");
    node.pass(Duration.ofDays(1));
    assertTrue(node.flows.runs().size() > 8 && node.flows.runs().size() < 16, node.flows.runs().size() + " runs in a day");
    node.pass(Duration.ofDays(3));
    int runs = node.flows.runs().size();
    assertEquals(Map.of(), entries);
    node.pass(Duration.ofDays(30));
    assertEquals(runs, node.flows.runs().size());
  }

  @Test
  void aFlowThatIsGivenUpSaysHowOftenItFailed() {
    node.await("SM1");
    clock.pass(Duration.ofDays(4));
    node.flows.fail();
    try (LogLines log = LogLines.of(Node.WARNINGS, Level.WARN)) {
      node.pass(Duration.ofHours(1));
      assertEquals(List.of("WARN Config 'Twilio' gives up on the last status of SM1: flow 'status' has failed 5 times"),
                   log.with("gives up"));
    }
    assertEquals(5, node.flows.runs().size());
  }

  /** The run took too long, and was to be repeated. */
  @Test
  void aFlowThatEndsWellAfterItWasGivenUpIsNotRunAgain() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Node patient = new Node(new MapObjectStore(entries), clock, Duration.ofMinutes(10));
    patient.flows.end(told -> end);
    patient.await("SM1");
    patient.pass(AFTER.plusMinutes(10));
    assertEquals(1, patient.flows.runs().size());
    assertFalse(entries.isEmpty());
    end.complete(null);
    assertEquals(Map.of(), entries);
    patient.pass(Duration.ofDays(4));
    assertEquals(1, patient.flows.runs().size());
  }

  @Test
  void aFlowThatFailsForAWhileIsRunSoonAfter() {
    node.flows.fail();
    node.await("SM1");
    node.pass(AFTER.plusMinutes(2));
    int failed = node.flows.runs().size();
    assertTrue(failed >= 2, failed + " runs");
    node.flows.succeed();
    node.pass(Duration.ofMinutes(5));
    assertEquals(failed + 1, node.flows.runs().size());
    assertEquals(Map.of(), entries);
  }

  /** Its application was down for a week, and the database behind its flow is not up yet. */
  @Test
  void howeverOldAStatusIsItsFlowIsTriedAFewTimes() {
    node.await("SM1");
    clock.pass(Duration.ofDays(7));
    node.flows.fail();
    node.pass(Duration.ofMinutes(5));
    assertFalse(entries.isEmpty());
    node.flows.succeed();
    node.pass(Duration.ofMinutes(30));
    assertEquals(Map.of(), entries);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void flowsThatHangHoldUpNobodyElse(int hung) {
    node.flows.end(told -> told.getResourceSid().startsWith("SMhung") ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(null));
    for (int i = 0; i < hung; i++) {
      node.await("SMhung" + i, hung == 1 ? "status" : "hung");
    }
    for (int i = 0; i < 100; i++) {
      node.await("SM" + i);
    }
    node.pass(AFTER.plusMinutes(2));
    assertEquals(100 + hung, node.flows.runs().size());
    assertEquals(hung, entries.keySet().stream().filter(key -> AwaitedStatus.ofKey(key).isPresent()).count());
    node.pass(Duration.ofDays(1));
    assertEquals(100 + hung, node.flows.runs().size());
  }

  /** Each holds memory. */
  @Test
  void aFlowThatHangsIsNotRunForEverythingAtOnce() {
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    node.flows.end(told -> {
      CompletableFuture<Void> end = new CompletableFuture<>();
      ends.add(end);
      return end;
    });
    for (int i = 0; i < 100; i++) {
      node.await("SM" + i);
    }
    node.pass(Duration.ofHours(1));
    assertEquals(Node.MOST_OF_FLOW, node.flows.runs().size());
    node.flows.succeed();
    ends.forEach(end -> end.complete(null));
    node.round();
    assertEquals(100, node.flows.runs().size());
    assertEquals(Map.of(), entries);
  }
}
