package org.muletwilio.internal.callback.reconciliation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations, callbacks and look-ups at once, with a store, a Twilio and flows that fail now and then. */
@Timeout(120)
class ReconcilerStressTest {

  private static final int MESSAGES = 4000;
  private static final int SENDERS = 8;

  private final Set<String> came = ConcurrentHashMap.newKeySet();
  private volatile boolean bad = true;

  @Test
  void whatDoesNotComeRunsItsFlowAndNothingIsLeft() throws Exception {
    StoreHook hook = (operation, key) -> {
      if (fails(0.02)) {
        throw new ObjectStoreException(new IllegalStateException("failed on purpose"));
      }
    };
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN);
        RunningNode node = new RunningNode(hook, Duration.ofMillis(200))) {
      node.twilio(status -> {
        if (fails(0.05)) {
          throw new IllegalStateException("failed on purpose");
        }
        return Optional.of(fetched(status, fails(0.2) ? "sent" : "delivered"));
      });
      node.flows.end(told -> fails(0.1) ? CompletableFuture.failedFuture(new IllegalStateException("failed on purpose"))
          : CompletableFuture.completedFuture(null));
      Future<?>[] sent = IntStream.range(0, SENDERS).mapToObj(sender -> senders.submit(() -> send(node, sender)))
          .toArray(Future[]::new);
      for (Future<?> each : sent) {
        each.get();
      }
      node.eventually(() -> node.flows.runs().size() > MESSAGES / 4);
      bad = false;
      node.eventually(() -> node.flows.runs().stream().map(CallbackAttributes::getResourceSid).distinct().count()
          >= MESSAGES - came.size());
      node.eventually(node.entries::isEmpty);
      Map<String, Long> runs =
          node.flows.runs().stream().collect(groupingBy(CallbackAttributes::getResourceSid, counting()));
      for (int i = 0; i < MESSAGES; i++) {
        assertTrue(came.contains("SM" + i) || runs.containsKey("SM" + i), "SM" + i + " is lost");
      }
      int before = node.flows.runs().size();
      node.reconciler().scan();
      node.reconciler().lookUp();
      assertEquals(before, node.flows.runs().size());
    } finally {
      senders.shutdownNow();
    }
  }

  /** Half of the statuses come: before, while or after they are awaited, stored or looked up. */
  private void send(RunningNode node, int sender) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = sender; i < MESSAGES; i += SENDERS) {
      String sid = "SM" + i;
      boolean comes = random.nextBoolean();
      if (comes) {
        came.add(sid);
      }
      if (comes && random.nextInt(4) == 0) {
        node.reconciler().forget(message(sid));
        node.await(sid);
      } else {
        CompletableFuture<Void> stored = node.await(sid);
        if (comes && random.nextBoolean()) {
          stored.join();
        }
        if (comes) {
          node.reconciler().forget(message(sid));
        }
      }
    }
  }

  private boolean fails(double probability) {
    return bad && ThreadLocalRandom.current().nextDouble() < probability;
  }
}
