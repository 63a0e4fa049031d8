package org.muletwilio.internal.callback.reconciliation.fault;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.reconciliation.Node;
import org.muletwilio.internal.callback.reconciliation.TestClock;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Two nodes that share an object store. */
class TwoNodesTest {

  private static final int MANY = 200;

  private final TestClock clock = new TestClock();
  private final Map<String, String> entries = new ConcurrentHashMap<>();

  @Test
  void eachStatusIsLookedUpByTheNodeThatSentIt() {
    List<String> calls = new ArrayList<>();
    Node one = node((operation, key) -> { }, 0.1);
    Node other = node((operation, key) -> calls.add(operation), 0.9);
    other.round();
    IntStream.range(0, MANY).forEach(i -> one.await("SM" + i));
    pass(AFTER.plusMinutes(5), other, one);
    assertEquals(MANY, one.lookUps.size());
    assertEquals(List.of(), other.lookUps);
    assertEquals(List.of(), calls.stream().filter(call -> !call.equals("allKeys")).collect(toList()), "is read in vain");
    assertEquals(Map.of(), entries);
  }

  @Test
  void eachLookUpOfAStatusThatDoesNotComeIsMadeByOneNode() {
    Node one = node((operation, key) -> { }, 0.1);
    Node other = node((operation, key) -> { }, 0.9);
    one.twilioSays("sent");
    other.twilioSays("sent");
    one.await("SM1");
    other.await("SM2");
    pass(Duration.ofDays(2), other, one);
    // 15, 30 minutes, 1, 2, 4, 8, 14, 20, 26, 32, 38, 44 hours, give or take a tenth
    long lookUps = Stream.concat(one.lookUps.stream(), other.lookUps.stream()).filter("SM1"::equals).count();
    assertTrue(lookUps >= 11 && lookUps <= 13, lookUps + " look-ups in two days");
  }

  @Test
  void whatACallbackOfTheOtherNodeHasEndedIsDropped() {
    List<String> calls = new ArrayList<>();
    Node one = node((operation, key) -> calls.add(operation), 0.1);
    Node other = node((operation, key) -> { }, 0.9);
    IntStream.range(0, MANY).forEach(i -> one.await("SM" + i));
    clock.pass(Duration.ofSeconds(1));
    IntStream.range(0, MANY).forEach(i -> other.reconciler.forget(message("SM" + i)));
    calls.clear();
    pass(Duration.ofDays(1), one, other);
    assertEquals(List.of(), one.lookUps);
    assertEquals(List.of(), calls.stream().filter(call -> !call.equals("allKeys")).collect(toList()));
  }

  @Test
  void aNodeTakesOverWhatTheOtherNoLongerLooksUp() {
    Node one = node((operation, key) -> { }, 0.1);
    Node other = node((operation, key) -> { }, 0.9);
    one.twilioSays("sent");
    IntStream.range(0, MANY).forEach(i -> one.await("SM" + i));
    pass(AFTER.plusMinutes(2), one, other);
    assertEquals(MANY, one.lookUps.size());
    // one dies between its first and second look-up
    other.pass(AFTER.multipliedBy(3));
    assertEquals(MANY, other.lookUps.size());
    assertEquals(MANY, other.flows.runs().size());
    assertEquals(Map.of(), entries);
  }

  /** Both have been started at the same moment, and chance can't decide. */
  @Test
  void aRaceForALookUpHasOneWinner() {
    node((operation, key) -> { }, 0.5).await("SM1");
    AtomicReference<Runnable> inBetween = new AtomicReference<>(() -> { });
    Node one = node((operation, key) -> {
      if (operation.equals("store")) {
        inBetween.getAndSet(() -> { }).run();
      }
    }, 0.5);
    Node other = node((operation, key) -> { }, 0.5);
    pass(AFTER.minusMinutes(1), one, other);
    clock.pass(Duration.ofMinutes(2));
    inBetween.set(other::lookUp);
    one.lookUp();
    assertEquals(List.of(), one.lookUps);
    assertEquals(List.of("SM1"), other.lookUps);
    assertEquals(Map.of(), entries);
  }

  /** Not every store refuses a key that another node stores at the same moment; Mule's locks are for the whole cluster. */
  @Test
  void aRaceHasOneWinnerBesideAStoreThatRefusesNothing() {
    Node.Locks cluster = new Node.Locks();
    AtomicReference<Runnable> inBetween = new AtomicReference<>(() -> { });
    Node one = new Node(new HookedObjectStore<>(new CarelessObjectStore(entries), (operation, key) -> {
      if (operation.equals("store")) {
        inBetween.getAndSet(() -> { }).run();
      }
    }), clock, cluster, IdempotentReceiver.PASS, 0.5);
    Node other = new Node(new CarelessObjectStore(entries), clock, cluster, IdempotentReceiver.PASS, 0.5);
    assertEquals(1, race(one, other, inBetween));
  }

  /** Workers that are no cluster, with such a store: both look up, and the flow runs once by what is known of repeats. */
  @Test
  void aRaceWithTwoWinnersRunsTheFlowOnce() {
    IdempotentReceiver once = new InMemoryIdempotentReceiver(new StatusAnswerCache(60_000, 100, () -> 0),
        new Deadlines(() -> 0, Runnable::run), 60_000);
    AtomicReference<Runnable> inBetween = new AtomicReference<>(() -> { });
    Node one = new Node(new CarelessObjectStore(entries), clock, new Node.Locks(), once, 0.5);
    Node other = new Node(new CarelessObjectStore(entries), clock, new Node.Locks(), once, 0.5);
    one.twilio(status -> {
      inBetween.getAndSet(() -> { }).run();
      return Optional.of(fetched(status, "delivered"));
    });
    assertEquals(2, race(one, other, inBetween));
  }

  /** @return how often it was looked up; the flow has run once */
  private int race(Node one, Node other, AtomicReference<Runnable> inBetween) {
    new Node(new CarelessObjectStore(entries), clock).await("SM1");
    pass(AFTER.minusMinutes(1), one, other);
    clock.pass(Duration.ofMinutes(2));
    inBetween.set(() -> CompletableFuture.runAsync(other::lookUp).join());
    one.lookUp();
    pass(Duration.ofDays(1), one, other);
    assertEquals(1, one.flows.runs().size() + other.flows.runs().size());
    assertEquals(Map.of(), entries);
    return one.lookUps.size() + other.lookUps.size();
  }

  private Node node(StoreHook hook, double random) {
    return new Node(new HookedObjectStore<>(new MapObjectStore(entries), hook), clock, new Node.Locks(),
                    IdempotentReceiver.PASS, random);
  }

  private void pass(Duration time, Node... nodes) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
      clock.pass(Duration.ofMinutes(1));
      for (Node each : nodes) {
        each.round();
      }
    }
  }
}
