package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.claim.ClaimKeeper;
import org.muletwilio.internal.callback.claim.ClaimTimes;
import org.muletwilio.internal.callback.claim.ClaimWatch;
import org.muletwilio.internal.callback.claim.Claims;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One callback and its repeats, at nodes that share a store. What the store goes through is tried in full by ClaimsModelTest. */
class ObjectStoreIdempotentReceiverTest {

  private static final ClaimTimes TIMES = new ClaimTimes(600_000);
  private static final Executor AT_ONCE = Runnable::run;

  private final AtomicLong millis = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
  private final CompletableFuture<CallbackAnswer> late = new CompletableFuture<>();
  private int runs;
  private LogLines log;

  @BeforeEach
  void begin() {
    log = LogLines.of(ClaimKeeper.class.getPackageName(), Level.WARN);
  }

  @AfterEach
  void end() {
    log.close();
  }

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

  private int status(Node node, CallbackAnswer end) {
    return node.receive(CompletableFuture.completedFuture(end)).getEnd().getNow(null).getStatus();
  }

  private void pass(long time, Node... nodes) {
    millis.addAndGet(time);
    for (Node node : nodes) {
      node.deadlines.check();
    }
  }

  private static IdempotencyKey event() {
    return IdempotencyKey.of(new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "flow", Optional.empty(), emptyMap()),
                             CallerAccount.OWN, Optional.empty(), Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
  }

  /** A process with a memory of its own. */
  private final class Node {

    private final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), Runnable::run);
    private final ObjectStoreIdempotentReceiver receiver;

    private Node() {
      this((operation, key) -> { });
    }

    private Node(StoreHook hook) {
      this(hook, AT_ONCE, AT_ONCE, name -> new ReentrantLock());
    }

    private Node(Executor storeThreads, Executor threads, LockFactory locks) {
      this((operation, key) -> { }, storeThreads, threads, locks);
    }

    private Node(StoreHook hook, Executor storeThreads, Executor threads, LockFactory locks) {
      Claims claims = new Claims(new HookedObjectStore<>(new MapObjectStore(entries), hook), "twilio/Twilio/",
                                 new ClaimWatch(TIMES.getLease(), millis::get), () -> "t" + tokens.incrementAndGet(),
                                 millis::get);
      receiver = new ObjectStoreIdempotentReceiver(
          new ClaimKeeper("Twilio", claims, locks, storeThreads, deadlines, TIMES),
          new InMemoryIdempotentReceiver(new StatusAnswerCache(3_600_000, 10, millis::get), deadlines, 13_000), threads);
    }

    private FlowRun receive(CompletableFuture<CallbackAnswer> end) {
      return receive(end, new CompletableFuture<>());
    }

    private FlowRun receive(CompletableFuture<CallbackAnswer> end, CompletableFuture<CallbackAnswer> lateEnd) {
      return receiver.once(event(), () -> {
        runs++;
        return FlowRun.of(end, lateEnd);
      });
    }
  }
}
