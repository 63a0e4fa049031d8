package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.mule.runtime.api.lock.LockFactory;

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

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Nodes that share a store, and one callback that comes to them. */
abstract class ClaimingNodes {

  static final ClaimTimes TIMES = new ClaimTimes(600_000);
  static final Executor AT_ONCE = Runnable::run;

  final AtomicLong millis = new AtomicLong();
  final AtomicLong tokens = new AtomicLong();
  final Map<String, String> entries = new ConcurrentHashMap<>();
  final CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
  final CompletableFuture<CallbackAnswer> late = new CompletableFuture<>();
  int runs;
  LogLines log;

  @BeforeEach
  void begin() {
    log = LogLines.of(ClaimKeeper.class.getPackageName(), Level.WARN);
  }

  @AfterEach
  void end() {
    log.close();
  }

  int status(Node node, CallbackAnswer end) {
    return node.receive(CompletableFuture.completedFuture(end)).getEnd().getNow(null).getStatus();
  }

  void pass(long time, Node... nodes) {
    millis.addAndGet(time);
    for (Node node : nodes) {
      node.deadlines.check();
    }
  }

  static IdempotencyKey event() {
    return IdempotencyKey.of(new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "flow", Optional.empty(), emptyMap()),
                             CallerAccount.OWN, Optional.empty(), Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
  }

  /** A process with a memory of its own. */
  final class Node {

    final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), Runnable::run);
    final ObjectStoreIdempotentReceiver receiver;

    Node() {
      this((operation, key) -> { });
    }

    Node(StoreHook hook) {
      this(hook, AT_ONCE, AT_ONCE, name -> new ReentrantLock());
    }

    Node(Executor storeThreads, Executor threads, LockFactory locks) {
      this((operation, key) -> { }, storeThreads, threads, locks);
    }

    Node(StoreHook hook, Executor storeThreads, Executor threads, LockFactory locks) {
      Claims claims = new Claims(new HookedObjectStore<>(new MapObjectStore(entries), hook), "twilio/Twilio/",
                                 new ClaimWatch(TIMES.getLease(), millis::get), () -> "t" + tokens.incrementAndGet(),
                                 millis::get);
      receiver = new ObjectStoreIdempotentReceiver(
          new ClaimKeeper("Twilio", claims, locks, storeThreads, deadlines, TIMES),
          new InMemoryIdempotentReceiver(new StatusAnswerCache(3_600_000, 10, millis::get), deadlines, 13_000), threads);
    }

    FlowRun receive(CompletableFuture<CallbackAnswer> end) {
      return receive(end, new CompletableFuture<>());
    }

    FlowRun receive(CompletableFuture<CallbackAnswer> end, CompletableFuture<CallbackAnswer> lateEnd) {
      return receiver.once(event(), () -> {
        runs++;
        return FlowRun.of(end, lateEnd);
      });
    }
  }
}
