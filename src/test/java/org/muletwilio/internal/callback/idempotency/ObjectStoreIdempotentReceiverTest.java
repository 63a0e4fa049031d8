package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.idempotency.ObjectStoreIdempotentReceiver.ABANDONED_MILLIS;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.store.StoppingObjectStore;
import org.muletwilio.testkit.store.StoppingObjectStore.Crash;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/**
 * One callback, its repeats, and processes that die or fail at every step. A run can be repeated after a success in one case
 * alone: where the process died between the flow's end and the store's hearing of it.
 */
class ObjectStoreIdempotentReceiverTest {

  private static final String DONE = "Twilio/" + event().getEvent().orElseThrow() + "#done";

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private int succeeded;

  @Test
  void aCrashAtAnyPointLosesNothing() {
    boolean stopped = true;
    for (int step = 0; stopped; step++) {
      stopped = crashAt(step, false, CallbackAnswer.DONE) | crashAt(step, true, CallbackAnswer.DONE);
    }
  }

  @Test
  void aCrashAtAnyPointWhereTheFlowFailsLosesNothing() {
    boolean stopped = true;
    for (int step = 0; stopped; step++) {
      stopped = crashAt(step, false, CallbackAnswer.FLOW_FAILED) | crashAt(step, true, CallbackAnswer.FLOW_FAILED);
    }
  }

  @Test
  void aCrashAtAnyPointAfterACrashLosesNothing() {
    boolean stopped = true;
    for (int step = 0; stopped; step++) {
      stopped = crashAgainAt(step, false) | crashAgainAt(step, true);
    }
  }

  /** Whatever the one has done when the other takes a step, it alone runs the flow. */
  @Test
  void twoWorkersDoNotTakeOverTheSame() {
    boolean stopped = true;
    for (int step = 0; stopped; step++) {
      clear();
      inOneProcess(StoppingObjectStore.crashing(entries, 0, true), CallbackAnswer.DONE);
      now.addAndGet(ABANDONED_MILLIS);
      CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
      int[] runs = {0};
      Supplier<FlowRun> run = () -> {
        runs[0]++;
        return FlowRun.of(flow, new CompletableFuture<>());
      };
      ObjectStoreIdempotentReceiver other = process(StoppingObjectStore.going(entries));
      StoppingObjectStore store = new StoppingObjectStore(entries, step, false, () -> other.once(event(), run));
      process(store).once(event(), run);
      stopped = store.hasStopped();
      assertEquals(1, runs[0], "the other at step " + step);
      flow.complete(CallbackAnswer.DONE);
      assertTrue(entries.containsKey(DONE));
    }
  }

  @Test
  void aStoreThatFailsKeepsNoFlowFromRunning() {
    for (int step = 0; step < 3; step++) {
      for (RuntimeException failure : new RuntimeException[] {null, new IllegalStateException("closed")}) {
        clear();
        ObjectStoreIdempotentReceiver repeats = process(new StoppingObjectStore(entries, step, false, () -> {
          if (failure != null) {
            throw failure;
          }
          throw new ObjectStoreException();
        }));
        assertEquals(204, once(repeats, CallbackAnswer.DONE));
        assertEquals(204, once(repeats, CallbackAnswer.DONE));
        assertEquals(1, succeeded, "failure at step " + step);
      }
    }
  }

  @Test
  void aRunThatGoesOnElsewhereIsWaitedForAndOneThatFailedIsRepeated() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    FlowRun first = process(StoppingObjectStore.going(entries)).once(event(), () -> FlowRun.of(flow, new CompletableFuture<>()));
    assertEquals(503, once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE));
    flow.complete(CallbackAnswer.FLOW_FAILED);
    assertEquals(500, first.getEnd().join().getStatus());
    assertTrue(entries.isEmpty());
    assertEquals(204, once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE));
    assertEquals(204, once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE));
    assertEquals(1, succeeded);
  }

  private boolean crashAt(int step, boolean after, CallbackAnswer firstEnd) {
    clear();
    StoppingObjectStore store = StoppingObjectStore.crashing(entries, step, after);
    inOneProcess(store, firstEnd);
    assertComesToItsEnd("crash at step " + step + (after ? ", done" : ""));
    return store.hasStopped();
  }

  private boolean crashAgainAt(int step, boolean after) {
    clear();
    inOneProcess(StoppingObjectStore.crashing(entries, 0, true), CallbackAnswer.DONE);
    now.addAndGet(ABANDONED_MILLIS);
    StoppingObjectStore store = StoppingObjectStore.crashing(entries, step, after);
    inOneProcess(store, CallbackAnswer.DONE);
    assertComesToItsEnd("second crash at step " + step + (after ? ", done" : ""));
    return store.hasStopped();
  }

  private void assertComesToItsEnd(String when) {
    boolean again = succeeded == 1 && !entries.containsKey(DONE);
    once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE);
    now.addAndGet(ABANDONED_MILLIS);
    assertEquals(204, once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE), when);
    assertEquals(204, once(process(StoppingObjectStore.going(entries)), CallbackAnswer.DONE), when);
    assertEquals(again ? 2 : 1, succeeded, when);
  }

  private void clear() {
    entries.clear();
    succeeded = 0;
  }

  /** A callback in a process that may die of it. */
  private void inOneProcess(ObjectStore<String> store, CallbackAnswer end) {
    try {
      once(process(store), end);
    } catch (Crash e) {
      // as it should; while a flow ends nobody is left to be told
    }
  }

  private int once(ObjectStoreIdempotentReceiver repeats, CallbackAnswer end) {
    return repeats.once(event(), () -> {
      succeeded += end.isSuccess() ? 1 : 0;
      return FlowRun.ended(end);
    }).getEnd().join().getStatus();
  }

  private ObjectStoreIdempotentReceiver process(ObjectStore<String> store) {
    return new ObjectStoreIdempotentReceiver(store, "Twilio/", new InMemoryIdempotentReceiver(new StatusAnswerCache(1000, 10, now::get), new Deadlines(System::nanoTime), 1000), now::get);
  }

  private static IdempotencyKey event() {
    return IdempotencyKey.of(new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "flow", Optional.empty(), emptyMap()),
        CallerAccount.OWN, Optional.empty(), Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
  }
}
