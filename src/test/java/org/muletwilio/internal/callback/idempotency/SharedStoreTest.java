package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStore;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.claim.ClaimKeeper;
import org.muletwilio.internal.callback.claim.ClaimTimes;
import org.muletwilio.internal.callback.claim.ClaimWatch;
import org.muletwilio.internal.callback.claim.Claims;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.NonAtomicObjectStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Three nodes on threads of their own that get the same callbacks at the same time, again and again until they are answered well.
 */
class SharedStoreTest {

  private static final int EVENTS = 300;
  private static final int NODES = 3;
  /** By so much faster time goes by, so that leases are short. */
  private static final int FASTER = 3;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();

  @AfterEach
  void end() {
    timer.shutdownNow();
    pool.shutdown();
  }

  @Test
  void eachCallbackRunsItsFlowOnce() throws Exception {
    sendToAll(new MapObjectStore(entries));
  }

  /** Mule's locks would help in a cluster; here each node has its own. */
  @Test
  void soItDoesWithAStoreWhoseStoreIsNotAtomic() throws Exception {
    sendToAll(new NonAtomicObjectStore(entries, (operation, key) -> Thread.yield()));
  }

  private void sendToAll(ObjectStore<String> store) throws Exception {
    List<IdempotentReceiver> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(node(store));
    }
    List<Future<?>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (IdempotentReceiver node : nodes) {
        callers.add(pool.submit(() -> {
          for (int event = 0; event < EVENTS; event++) {
            sendUntilAnsweredWell(node, "SM" + event);
          }
          return null;
        }));
      }
    }
    for (Future<?> each : callers) {
      each.get(60, SECONDS);
    }
    assertEquals(EVENTS, runs.size());
    assertTrue(runs.values().stream().allMatch(each -> each.get() == 1), runs::toString);
  }

  private void sendUntilAnsweredWell(IdempotentReceiver node, String sid) throws Exception {
    IdempotencyKey key =
        IdempotencyKey.of(new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "flow", Optional.empty(), emptyMap()),
                          CallerAccount.OWN, Optional.empty(), Map.of("MessageSid", sid, "MessageStatus", "delivered"));
    int status = 0;
    for (int attempt = 0; status != 204; attempt++) {
      if (attempt > 3) {
        // Twilio, too, does not repeat at once for ever
        MILLISECONDS.sleep(20);
      }
      status = node.once(key, () -> {
        runs.computeIfAbsent(sid, unknown -> new AtomicInteger()).incrementAndGet();
        return FlowRun.ended(CallbackAnswer.DONE);
      }).getEnd().get(60, SECONDS).getStatus();
    }
  }

  private IdempotentReceiver node(ObjectStore<String> store) {
    ClaimTimes times = new ClaimTimes(0);
    Deadlines deadlines = new Deadlines(() -> System.nanoTime() * FASTER, Runnable::run);
    deadlines.start(timer);
    Claims claims = new Claims(store, "t/",
                               new ClaimWatch(times.getLease(), () -> NANOSECONDS.toMillis(System.nanoTime() * FASTER)),
                               () -> "t" + tokens.incrementAndGet(), System::currentTimeMillis);
    ClaimKeeper keeper = new ClaimKeeper("Twilio", claims, name -> new ReentrantLock(), new BoundedExecutor(pool, 8, 1_000),
                                         deadlines, times);
    return new ObjectStoreIdempotentReceiver(
        keeper, new InMemoryIdempotentReceiver(new StatusAnswerCache(3_600_000, 1_000, System::currentTimeMillis), deadlines,
                                               600_000), pool);
  }
}
