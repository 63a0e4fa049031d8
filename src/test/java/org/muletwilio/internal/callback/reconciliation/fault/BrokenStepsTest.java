package org.muletwilio.internal.callback.reconciliation.fault;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.TestClock;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory, stack or a class are missing for a while, wherever a status is stored, looked up or told: none is lost for it. */
class BrokenStepsTest {

  /** More than one flow's that is looked up at a time. */
  private static final int MANY = Node.MOST_OF_FLOW + 8;

  private final TestClock clock = new TestClock();
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private volatile String broken = "";
  private volatile Throwable failure;
  private final Node node = new Node(
      new HookedObjectStore<>(new MapObjectStore(entries), (operation, key) -> fail(operation)), clock);

  static Stream<Arguments> steps() {
    List<Arguments> all = new ArrayList<>();
    for (String step : List.of("store", "contains", "retrieve", "remove", "allKeys", "Twilio", "flow")) {
      for (Throwable each : List.of(new NoClassDefFoundError("missing on purpose"), new StackOverflowError("on purpose"),
          new IllegalStateException("on purpose"))) {
        all.add(Arguments.of(step, each));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("steps")
  void whatAFailureKeepsFromItsEndIsTriedAgain(String step, Throwable thrown) {
    try (LogLines log = LogLines.of("org.muletwilio.internal", Level.WARN)) {
      failure = thrown;
      node.twilio(status -> {
        fail("Twilio");
        return Optional.of(fetched(status, "delivered"));
      });
      node.flows.end(told -> {
        fail("flow");
        return CompletableFuture.completedFuture(null);
      });
      broken = step.equals("store") ? step : "";
      IntStream.range(0, MANY).forEach(i -> node.await("SM" + i));
      broken = step;
      node.pass(AFTER.plusMinutes(10));
      broken = "";
      node.pass(Duration.ofHours(20));
      Set<String> told = node.flows.runs().stream().filter(CallbackAttributes::isTerminal).map(CallbackAttributes::getResourceSid)
          .collect(toSet());
      assertEquals(IntStream.range(0, MANY).mapToObj(i -> "SM" + i).collect(toSet()), told);
      assertEquals(Map.of(), entries);
      assertEquals(List.of(), log.with("A task of the Twilio connector failed"));
    }
  }

  private void fail(String step) {
    if (broken.equals(step)) {
      if (failure instanceof Error) {
        throw (Error) failure;
      }
      throw (RuntimeException) failure;
    }
  }
}
