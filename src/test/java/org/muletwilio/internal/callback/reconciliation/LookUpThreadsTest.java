package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;

import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Look-ups on real threads: several at a time, and none waits for a flow. */
@Timeout(60)
class LookUpThreadsTest {

  private static final StoreHook GOOD = (operation, key) -> { };

  @Test
  void lookUpsRunSideBySideAndNotWithoutABound() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (RunningNode node = new RunningNode(GOOD, Duration.ofMillis(300))) {
      node.twilio(status -> {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        now.decrementAndGet();
        return Optional.of(fetched(status, "delivered"));
      });
      IntStream.range(0, 200).forEach(i -> node.await("SM" + i));
      node.eventually(() -> node.flows.runs().size() == 200);
      assertTrue(most.get() > StatusLookUps.MOST_AT_A_TIME / 2 && most.get() <= StatusLookUps.MOST_AT_A_TIME,
          most + " at a time");
    }
  }

  /** The first of all statuses hangs, and then each hundredth. */
  @Test
  void noLookUpWaitsForAFlow() throws Exception {
    try (RunningNode node = new RunningNode(GOOD, Duration.ofMillis(300))) {
      node.flows.end(told -> told.getResourceSid().matches("SM\\d*00|SM0") ? new CompletableFuture<>()
          : CompletableFuture.completedFuture(null));
      IntStream.range(0, 500).forEach(i -> node.await("SM" + i));
      node.eventually(() -> node.flows.runs().size() == 500);
      node.eventually(() -> node.entries.keySet().stream().filter(key -> key.startsWith("message-status")).count() == 5);
      assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().contains("look-ups")
          && thread.getState() == Thread.State.BLOCKED));
    }
  }
}
