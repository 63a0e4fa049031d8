package org.muletwilio.internal.callback.reconciliation;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.GIVE_UP_AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked up when, on one node whose store and clock do as they should. */
class StatusReconcilerTest extends ReconcilerFixture {

  @Test
  void aStatusThatNeverCameIsLookedUpOnce() {
    node.await("SM1");
    node.pass(AFTER.minusMinutes(1));
    assertEquals(List.of(), node.lookUps);
    node.pass(Duration.ofDays(1));
    assertEquals(List.of("SM1"), node.lookUps);
    CallbackAttributes told = onlyRun();
    assertEquals("SM1", told.getResourceSid());
    assertEquals("delivered", told.getStatus());
    assertEquals(Map.of("order", "1"), told.getContext());
    assertEquals("0-1", told.getCorrelationId());
    assertTrue(told.isTerminal());
    assertTrue(told.isReconciled());
    assertFalse(told.isGivenUp());
    assertEquals(Map.of(), entries);
  }

  @Test
  void aStatusThatHasComeIsNotLookedUp() {
    node.await("SM1");
    node.reconciler.forget(message("SM1"));
    assertEquals(Map.of(), entries);
    node.pass(Duration.ofDays(4));
    assertEquals(List.of(), node.lookUps);
  }

  /** A callback may be faster than Twilio's answer to the request, or than the operation that gets it. */
  @Test
  void aStatusThatHasComeBeforeItIsAwaitedIsNotEvenStored() {
    node.reconciler.forget(message("SM1"));
    calls.clear();
    assertTrue(node.await("SM1").isDone());
    assertEquals(List.of(), calls);
    node.pass(Duration.ofDays(4));
    assertEquals(List.of(), node.lookUps);
  }

  @Test
  void nothingIsReadThatIsNotDue() {
    for (int i = 0; i < 10_000; i++) {
      node.await("SM" + i);
    }
    node.round();
    calls.clear();
    for (int round = 0; round < 10; round++) {
      node.reconciler.lookUp();
    }
    assertEquals(List.of(), calls);
    node.pass(AFTER.minusMinutes(1));
    assertEquals(List.of(), calls.stream().filter(call -> !call.equals("allKeys")).collect(toList()));
  }

  /** After a start each entry is read once, to know when it is due. */
  @Test
  void nothingIsReadTwiceAfterAStart() {
    for (int i = 0; i < 1000; i++) {
      node.await("SM" + i);
    }
    calls.clear();
    Node restarted = new Node(new HookedObjectStore<>(new MapObjectStore(entries),
                                                      (operation, key) -> calls.add(operation)), clock);
    restarted.pass(AFTER.minusMinutes(1));
    assertEquals(1000, calls.stream().filter(call -> !call.equals("allKeys")).count());
    restarted.pass(Duration.ofMinutes(2));
    assertEquals(1000, restarted.lookUps.size());
    assertEquals(Map.of(), entries);
  }

  @Test
  void whatAnotherNodeAwaitsIsReadOnceItShouldHaveLookedItUp() {
    node.reconciler.scan();
    new Node(new MapObjectStore(entries), clock).await("SM1");
    node.reconciler.scan();
    calls.clear();
    clock.pass(AFTER.plusSeconds(30).minusMillis(1));
    node.reconciler.scan();
    assertEquals(List.of("allKeys"), calls);
    clock.pass(Duration.ofMillis(1));
    node.reconciler.scan();
    assertEquals(List.of("allKeys", "allKeys", "retrieve"), calls);
  }

  @Test
  void aCallbackThatComesDuringTheLookUpEndsIt() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    node.flows.end(told -> end);
    node.await("SM1");
    node.pass(AFTER.plusMinutes(1));
    node.reconciler.forget(message("SM1"));
    end.completeExceptionally(new IllegalStateException("stopped"));
    node.pass(Duration.ofDays(4));
    assertEquals(1, node.flows.runs().size());
    assertEquals(Map.of(), entries);
  }

  @Test
  void anEntryThatCanNotBeReadIsRemovedAndKeysOfOthersAreNot() {
    entries.put(message("SM1").toKey(), "what is this");
    entries.put("mine", "x");
    entries.put("look-up/x/message-status/AC1/SM1", "x");
    node.pass(Duration.ofHours(1));
    assertEquals(List.of(), node.lookUps);
    assertEquals(Set.of("mine", "look-up/x/message-status/AC1/SM1"), entries.keySet());
  }

  /** A place that gets free is taken at once, whatever became of the status that had it. */
  @ParameterizedTest
  @ValueSource(strings = {"delivered", "sent", "unknown", "Twilio fails", "the flow fails", "the flow fails for good", "gone",
      "given up"})
  void allThatIsDueIsLookedUpInOneGo(String end) {
    int many = 3 * StatusReconciler.MOST_OF_FLOW;
    for (int i = 0; i < many; i++) {
      node.await("SM" + i);
    }
    clock.pass(end.equals("given up") ? GIVE_UP_AFTER : AFTER);
    node.twilio(status -> {
      if (end.equals("Twilio fails")) {
        throw new IllegalStateException(end);
      }
      return end.equals("unknown") ? Optional.empty()
          : Optional.of(fetched(status, end.equals("sent") || end.equals("given up") ? "sent" : "delivered"));
    });
    if (end.startsWith("the flow fails")) {
      node.flows.fail();
    }
    if (end.endsWith("for good")) {
      clock.pass(GIVE_UP_AFTER);
      // at once, and after 1, 2 and 4 minutes; the next time it is given up
      node.pass(Duration.ofMinutes(8));
      assertEquals((LookUpSchedule.LEAST_RUNS - 1) * many, node.lookUps.size());
      node.lookUps.clear();
      clock.pass(Duration.ofMinutes(8));
    }
    if (end.equals("gone")) {
      entries.clear();
    }
    calls.clear();
    node.threads.hold();
    node.reconciler.lookUp();
    node.threads.runHeld();
    assertEquals(many, end.equals("gone") ? calls.stream().filter("retrieve"::equals).count() : node.lookUps.size());
  }
}
