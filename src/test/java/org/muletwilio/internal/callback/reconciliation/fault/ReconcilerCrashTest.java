package org.muletwilio.internal.callback.reconciliation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.mule.runtime.api.store.ObjectStore;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.internal.callback.pending.LookUpKey;
import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.TestClock;
import org.muletwilio.internal.callback.schedule.BoundedExecutor;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoppingObjectStore;
import org.muletwilio.testkit.store.StoppingObjectStore.Crash;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A process that dies before or after any call of the object store, and one that follows it. */
class ReconcilerCrashTest {

  private static final String KEY = message("SM1").toKey();

  /** Through three look-ups to the last status, and with what a crash before has left over. */
  @Test
  void aCrashAtAnyStepLosesNothingThatIsAwaited() {
    crashAtEachStep(Map.of(), node -> {
      node.await("SM1");
      node.twilioSays("sent");
      node.pass(AFTER.multipliedBy(3));
      node.twilioSays("delivered");
      node.pass(AFTER.multipliedBy(4));
    }, "SM1");
  }

  @Test
  void aCrashWhileTheFlowFailsLosesNothing() {
    crashAtEachStep(Map.of(), node -> {
      node.await("SM1");
      node.flows.fail();
      node.pass(AFTER.plusMinutes(3));
      node.flows.succeed();
      node.pass(Duration.ofMinutes(30));
    }, "SM1");
  }

  @Test
  void aCrashBesideLeftOversLosesNothing() {
    Map<String, String> before = new HashMap<>();
    long due = new TestClock().millis() + AFTER.toMillis();
    before.put(KEY, "0/" + due + "/status/");
    before.put(new LookUpKey(message("SM1"), 1).toKey(), "" + due);
    before.put(new LookUpKey(message("SM1"), 2).toKey(), "" + due);
    before.put(new LookUpKey(message("SMgone"), 1).toKey(), "0");
    crashAtEachStep(before, node -> node.pass(AFTER.plusMinutes(2)), "SM1");
  }

  /** What a callback has brought to its end may be looked up again, but what has not may not be lost. */
  @Test
  void aCrashWhileAStatusComesLosesNoOther() {
    crashAtEachStep(Map.of(), node -> {
      node.await("SM1");
      node.await("SMcame");
      node.reconciler.forget(message("SMcame"));
      node.pass(AFTER.plusMinutes(2));
    }, "SM1");
  }

  private static void crashAtEachStep(Map<String, String> before, Consumer<Node> life, String awaited) {
    boolean crashed = true;
    try (LogLines errors = LogLines.of(BoundedExecutor.class.getName(), Level.ERROR)) {
      for (int step = 0; crashed; step++) {
        crashed = crashAt(before, life, awaited, step, false) | crashAt(before, life, awaited, step, true);
      }
    }
  }

  /** @return whether it came to that step */
  private static boolean crashAt(Map<String, String> before, Consumer<Node> life, String awaited, int step, boolean after) {
    String when = "crash at step " + step + (after ? ", done" : "");
    Map<String, String> entries = new ConcurrentHashMap<>(before);
    TestClock clock = new TestClock();
    Process process = new Process(entries, step, after);
    Node first = new Node(process.store(), clock);
    process.live(first, life);
    boolean told = first.flows.runs().stream().anyMatch(run -> awaited.equals(run.getResourceSid()) && run.isTerminal());
    boolean everStored = step > 0 || after || before.containsKey(KEY);
    assertTrue(told || entries.containsKey(KEY) || !everStored, when + ": " + entries);
    Node second = new Node(new MapObjectStore(entries), clock);
    second.pass(Duration.ofHours(7));
    List<CallbackAttributes> runs = second.flows.runs();
    assertTrue(told || !everStored || runs.stream().anyMatch(run -> awaited.equals(run.getResourceSid())), when);
    assertEquals(Set.of(), entries.keySet(), when);
    return process.hasCrashed();
  }

  /** Once it has died, it does nothing more. */
  private static final class Process {

    private final StoppingObjectStore store;
    private boolean dead;

    private Process(Map<String, String> entries, int step, boolean after) {
      store = new StoppingObjectStore(entries, step, after, () -> {
        dead = true;
        throw new Crash();
      });
    }

    private void live(Node node, Consumer<Node> life) {
      node.beforeRound(this::requireAlive);
      try {
        life.accept(node);
      } catch (Crash e) {
        assertTrue(dead);
      }
    }

    private ObjectStore<String> store() {
      return new HookedObjectStore<>(store, (operation, key) -> requireAlive());
    }

    private boolean hasCrashed() {
      return store.hasStopped();
    }

    private void requireAlive() {
      if (dead) {
        throw new Crash();
      }
    }
  }
}
