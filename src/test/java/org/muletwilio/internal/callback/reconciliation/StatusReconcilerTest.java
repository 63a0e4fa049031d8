package org.muletwilio.internal.callback.reconciliation;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.CallbackWaits;
import org.muletwilio.internal.callback.idempotency.FlowRun;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.store.StoppingObjectStore;
import org.muletwilio.testkit.store.StoppingObjectStore.Crash;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class StatusReconcilerTest {

  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "status", Optional.empty(), emptyMap());
  private static final AwaitedStatus STATUS = statusOf("SM1");
  private static final String KEY = STATUS.toKey();
  private static final String OTHER_KEY = statusOf("SM2").toKey();
  private static final String DUE = new PendingStatus(ROUTE, 0, 1).toText();

  @Test
  void aStatusThatComesMeanwhileDoesNotKeepTheRestWaiting() throws Exception {
    CompletableFuture<String> lookedUp = new CompletableFuture<>();
    StatusSources sources = new StatusSources();
    sources.put("Twilio", status -> {
      lookedUp.complete(status.getSid());
      return Optional.empty();
    });
    StatusReconciler reconciler = new StatusReconciler("Twilio", 1, storeOf(DUE), null, sources, getClass().getClassLoader());
    try (EmbeddedServices services = EmbeddedServices.start("reconciler")) {
      reconciler.start(services.schedulerService());
      assertEquals("SMhere", lookedUp.get(10, SECONDS));
      reconciler.stop();
    }
  }

  @Test
  void aCrashAtAnyPointLosesNothingThatIsAwaited() {
    boolean stopped = true;
    for (int step = 0; stopped; step++) {
      stopped = crashAt(step, false) | crashAt(step, true);
    }
  }

  /** A message that is still on its way in the first round, and then delivered. */
  private static boolean crashAt(int step, boolean after) {
    String when = "crash at step " + step + (after ? ", done" : "");
    Map<String, String> entries = new ConcurrentHashMap<>(Map.of(KEY, DUE));
    AtomicInteger runs = new AtomicInteger();
    StoppingObjectStore store = StoppingObjectStore.crashing(entries, step, after);
    try {
      reconciler(store, "sent", runs).reconcile();
      reconcileTillLookedUp(store, runs);
    } catch (Crash e) {
      assertTrue(runs.get() == 1 || entries.containsKey(KEY), when);
    }
    reconcileTillLookedUp(StoppingObjectStore.going(entries), runs);
    assertEquals(1, runs.get(), when);
    reconciler(StoppingObjectStore.going(entries), "delivered", runs).reconcile();
    reconciler(StoppingObjectStore.going(entries), "delivered", runs).reconcile();
    assertEquals(Map.of(), entries, when);
    return store.hasStopped();
  }

  @Test
  void whatHasComeIsForgottenWhenItWasToBeLookedUpAgain() {
    Map<String, String> entries = new ConcurrentHashMap<>(Map.of(KEY, DUE));
    AtomicInteger runs = new AtomicInteger();
    StatusReconciler reconciler = reconciler(StoppingObjectStore.going(entries), "sent", runs);
    reconciler.reconcile();
    assertEquals(2, entries.size());
    reconciler.forget(STATUS);
    assertEquals(1, entries.size());
    reconciler.reconcile();
    assertEquals(Map.of(), entries);
    assertEquals(0, runs.get());
  }

  @Test
  void aRoundEndsWhenTheApplicationStops() {
    Map<String, String> entries = new ConcurrentHashMap<>(Map.of(KEY, DUE, OTHER_KEY, DUE));
    AtomicInteger lookUps = new AtomicInteger();
    StatusReconciler[] reconciler = new StatusReconciler[1];
    StatusSources sources = new StatusSources();
    sources.put("Twilio", status -> {
      lookUps.incrementAndGet();
      reconciler[0].stop();
      return Optional.empty();
    });
    reconciler[0] = new StatusReconciler("Twilio", 1, StoppingObjectStore.going(entries), null, sources,
                                         getClass().getClassLoader());
    reconciler[0].reconcile();
    assertEquals(1, lookUps.get());
    assertEquals(1, entries.size());
  }

  @Test
  void aStoreThatFailsFailsNoOperationAndNoAnswer() {
    StatusReconciler reconciler = reconciler(new StoppingObjectStore(new ConcurrentHashMap<>(), 0, false, () -> {
      throw new IllegalStateException("closed");
    }), "sent", new AtomicInteger());
    reconciler.await(STATUS, ROUTE);
    StatusReconciler other = reconciler(new StoppingObjectStore(new ConcurrentHashMap<>(), 0, false, () -> {
      throw new IllegalStateException("closed");
    }), "sent", new AtomicInteger());
    other.forget(STATUS);
  }

  /** The time that is waited between two looks has to pass. */
  private static void reconcileTillLookedUp(StoppingObjectStore store, AtomicInteger runs) {
    StatusReconciler reconciler = reconciler(store, "delivered", runs);
    for (long end = System.nanoTime() + SECONDS.toNanos(10); runs.get() == 0 && System.nanoTime() < end; Thread.onSpinWait()) {
      reconciler.reconcile();
    }
  }

  private static StatusReconciler reconciler(ObjectStore<String> store, String status, AtomicInteger runs) {
    StatusSources sources = new StatusSources();
    sources.put("Twilio", awaited -> {
      MultiMap<String, String> fields = new MultiMap<>();
      fields.put("MessageSid", awaited.getSid());
      fields.put("AccountSid", awaited.getAccountSid());
      fields.put("MessageStatus", status);
      return Optional.of(fields);
    });
    IdempotentReceiver remembered = (identity, run) -> {
      runs.set(1);
      return FlowRun.ended(CallbackAnswer.DONE);
    };
    return new StatusReconciler("Twilio", 1, store, new CallbackRunner(null, new CallbackWaits("Twilio", new Deadlines(System::nanoTime), 1000), remembered, remembered, () -> { }), sources,
                                StatusReconcilerTest.class.getClassLoader());
  }

  private static AwaitedStatus statusOf(String sid) {
    return new AwaitedStatus(CallbackKind.MESSAGE_STATUS, "AC1", sid);
  }

  /** Lists two keys, of which the first is gone when it is asked for. */
  @SuppressWarnings("unchecked")
  private static ObjectStore<String> storeOf(String value) {
    return (ObjectStore<String>) Proxy.newProxyInstance(ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class},
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "allKeys":
              return asList(statusOf("SMgone").toKey(), statusOf("SMhere").toKey());
            case "contains":
              return false;
            default:
              if (arguments[0].equals(statusOf("SMgone").toKey())) {
                throw new ObjectDoesNotExistException();
              }
              return value;
          }
        });
  }
}
