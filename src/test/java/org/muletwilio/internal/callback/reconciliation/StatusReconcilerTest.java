package org.muletwilio.internal.callback.reconciliation;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.GIVE_UP_AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.pending.LookUpKey;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked up when, on one node whose store and clock do as they should. */
class StatusReconcilerTest {

  private final TestClock clock = new TestClock();
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Node node = new Node(new HookedObjectStore<>(new MapObjectStore(entries),
                                                             (operation, key) -> calls.add(operation)), clock);

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
  void theIntervalsGrowUntilItIsGivenUp() {
    List<Long> minutes = new ArrayList<>();
    long start = clock.millis();
    node.twilio(status -> {
      minutes.add(Duration.ofMillis(clock.millis() - start).toMinutes());
      return Optional.of(fetched(status, "sent"));
    });
    node.await("SM1");
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      node.pass(Duration.ofDays(10));
      assertEquals(List.of("WARN Config 'Twilio' gives up on the last status of SM1: it is still sent; flow 'status' is told so"),
                   log.all());
    }
    assertEquals(List.of(15L, 30L, 60L, 120L, 240L, 480L), minutes.subList(0, 6));
    for (int i = 6; i < minutes.size(); i++) {
      assertEquals(360, minutes.get(i) - minutes.get(i - 1));
    }
    assertEquals(GIVE_UP_AFTER, Duration.ofMinutes(minutes.get(minutes.size() - 1)).truncatedTo(ChronoUnit.DAYS));
    CallbackAttributes told = onlyRun();
    assertTrue(told.isGivenUp());
    assertFalse(told.isTerminal());
    assertEquals("sent", told.getStatus());
    assertEquals("SM1", told.getResourceSid());
    assertEquals(Map.of(), entries);
  }

  /** Weeks ahead: it is not late before it is sent. */
  @Test
  void aScheduledMessageIsAwaitedFromWhenItIsSent() {
    Duration ahead = Duration.ofDays(30);
    long sent = clock.millis() + ahead.toMillis();
    node.twilio(status -> Optional.of(clock.millis() < sent ? fetched(status, "scheduled")
        : fetched(status, "sent", OptionalLong.of(sent))));
    node.await("SM1");
    node.pass(ahead.plus(GIVE_UP_AFTER).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
  }

  @Test
  void aMessageThatStaysScheduledForEverIsGivenUpToo() {
    node.twilioSays("scheduled");
    node.await("SM1");
    node.pass(Duration.ofDays(35).plus(GIVE_UP_AFTER).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
  }

  @Test
  void whatTwilioNoLongerKnowsIsGivenUpAtOnce() {
    node.twilio(status -> Optional.empty());
    node.await("SM1");
    node.pass(Duration.ofDays(1));
    assertEquals(List.of("SM1"), node.lookUps);
    CallbackAttributes told = onlyRun();
    assertTrue(told.isGivenUp());
    assertNull(told.getStatus());
    assertEquals("SM1", told.getResourceSid());
    assertEquals("AC1", told.getAccountSid());
    assertEquals(Map.of(), entries);
  }

  @Test
  void whatCanNotBeLookedUpIsTriedLessAndLess() {
    node.twilio(status -> {
      throw new IllegalStateException("401");
    });
    node.await("SM1");
    node.pass(Duration.ofDays(1));
    assertTrue(node.lookUps.size() > 8 && node.lookUps.size() < 16, node.lookUps.size() + " look-ups in a day");
    node.twilioSays("delivered");
    node.pass(Duration.ofHours(7));
    assertEquals("delivered", onlyRun().getStatus());
  }

  @Test
  void whatCanNeverBeLookedUpIsGivenUp() {
    node.twilio(status -> {
      throw new IllegalStateException("401");
    });
    node.await("SM1");
    node.pass(Duration.ofDays(38).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
    assertEquals(Map.of(), entries);
  }

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
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
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
  void aStoreThatFailsToTakeTheClaimIsAskedAgain() {
    AtomicBoolean fails = new AtomicBoolean(true);
    Node unlucky = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (fails.get() && isLookUp(key)) {
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    unlucky.await("SM1");
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
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
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
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
  void nothingIsReadOnceItStops() {
    Node dead = new Node(new MapObjectStore(entries), clock);
    for (int i = 0; i < 100; i++) {
      dead.await("SM" + i);
    }
    node.threads.hold();
    node.reconciler.scan();
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
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      stopping[0].pass(AFTER.plusMinutes(1));
      assertEquals(List.of(), log.all());
    }
    assertEquals(Set.of(message("SM1").toKey()), entries.keySet());
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
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
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

  /** A claim that follows the stop would keep other nodes from the look-up. */
  @Test
  void nothingIsClaimedOnceItStops() {
    for (int i = 0; i < 32; i++) {
      node.await("SM" + i);
    }
    clock.pass(AFTER);
    calls.clear();
    node.threads.hold();
    node.reconciler.lookUp();
    node.reconciler.stopLookUps();
    node.threads.runHeld();
    assertEquals(List.of(), node.lookUps);
    assertEquals(0, calls.stream().filter("store"::equals).count());
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
    assertEquals(StatusReconciler.MOST_OF_FLOW, node.flows.runs().size());
    node.flows.succeed();
    ends.forEach(end -> end.complete(null));
    node.round();
    assertEquals(100, node.flows.runs().size());
    assertEquals(Map.of(), entries);
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

  /** Its process alone knows of it until then. */
  @Test
  void whatTheStoreDidNotTakeIsStoredAtTheNextLookUp() {
    AtomicBoolean fails = new AtomicBoolean(true);
    Node unlucky = new Node(new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> {
      if (fails.get()) {
        StoreHook.failing().before(operation, key);
      }
    }), clock);
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
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

  @Test
  void aSuccessEndsTheBackOff() {
    AtomicReference<String> twilio = new AtomicReference<>("fails");
    node.twilio(status -> {
      if (twilio.get().equals("fails")) {
        throw new IllegalStateException("503");
      }
      return Optional.of(fetched(status, twilio.get()));
    });
    node.await("SM1");
    node.pass(AFTER.plusHours(3));
    twilio.set("sent");
    node.pass(Duration.ofHours(7));
    twilio.set("fails");
    int before = node.lookUps.size();
    while (node.lookUps.size() == before) {
      node.pass(Duration.ofMinutes(1));
    }
    node.pass(Duration.ofMinutes(10));
    assertEquals(before + 4, node.lookUps.size(), "at once, and after 1, 2 and 4 minutes");
  }

  @Test
  void eachProblemIsToldOnceAMinute() {
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      node.twilio(status -> {
        throw new IllegalStateException("503");
      });
      for (int i = 0; i < 10; i++) {
        node.await("SM" + i);
      }
      node.pass(AFTER.plusMinutes(1));
      node.twilioSays("delivered");
      node.flows.fail();
      node.pass(Duration.ofMinutes(3));
      assertEquals(1, log.with("can't look up the status of SM").size(), log.all()::toString);
      assertEquals(1, log.with("flow 'status' failed, is stopped or gone").size(), log.all()::toString);
      assertEquals(2, log.all().size(), log.all()::toString);
    }
  }

  private static boolean isLookUp(String key) {
    return key != null && LookUpKey.parse(key).isPresent();
  }

  private CallbackAttributes onlyRun() {
    assertEquals(1, node.flows.runs().size(), node.flows.runs()::toString);
    return node.flows.runs().get(0);
  }
}
