package org.muletwilio.internal.source.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.connection.TwilioConnection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Twilio's lists may not show yet what was made or deleted a moment ago. A start then neither fails nor leaves the source without
 * events, a stop deletes what the source has made, and the first start with lists that are up to date leaves one sink.
 */
class LaggingListsTest {

  private static final String PATH = "/twilio/callbacks";
  private static final String NEW = url("https://new.example.com");
  private static final String OLD = url("https://old.example.com");
  private static final int MOST_BEHIND = 7;
  private static final int SEEDS = 60;

  private FakeEventStreams twilio;

  @BeforeEach
  void begin() {
    AtomicInteger numbers = new AtomicInteger(5000);
    Random order = new Random(1);
    twilio = new FakeEventStreams(() -> (order.nextBoolean() ? "A" : "B") + numbers.incrementAndGet());
  }

  @Test
  void startsOneAfterTheOther() throws Exception {
    forEachLag(() -> {
      for (int i = 0; i < 3; i++) {
        register(subscription("a.sent", "a.failed"), NEW);
        assertSubscribed(NEW);
      }
    });
  }

  @Test
  void startsWithAnotherAddressEach() throws Exception {
    forEachLag(() -> {
      for (String url : List.of(OLD, NEW, OLD, NEW)) {
        register(subscription("a.sent", "a.failed"), url);
        assertSubscribed(url);
      }
    });
  }

  @Test
  void startsWithOtherTypesEach() throws Exception {
    forEachLag(() -> {
      register(subscription("a.sent"), NEW);
      register(subscription("a.failed", "a.read"), NEW);
      register(subscription("a.sent", "a.read"), NEW);
    });
  }

  @Test
  void addressesThatChangeWhileTheSourceRuns() throws Exception {
    forEachLag(() -> {
      EventSubscription source = subscription("a.sent", "a.failed");
      for (String url : List.of(OLD, NEW, OLD, NEW)) {
        register(source, url);
        assertSubscribed(url);
      }
      run(connection -> source.restore(connection, TestAttempt.EVENTS));
      assertEquals(Map.of(), twilio.subscribed());
    });
  }

  @Test
  void stopsThatPutBack() throws Exception {
    forEachLag(() -> {
      for (int i = 0; i < 3; i++) {
        EventSubscription source = subscription("a.sent", "a.failed");
        register(source, NEW);
        assertSubscribed(NEW);
        run(connection -> source.restore(connection, TestAttempt.EVENTS));
        assertEquals(List.of(), twilio.destinations(), "a sink is left behind");
      }
    });
  }

  /** The latest changes are missing in every list, or in each list others. */
  private void forEachLag(Steps steps) throws Exception {
    for (int behind = 0; behind <= MOST_BEHIND; behind++) {
      int same = behind;
      run("behind " + behind, () -> same, steps);
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      run("seed " + seed, () -> random.nextInt(MOST_BEHIND + 1), steps);
    }
  }

  private void run(String lag, IntSupplier behind, Steps steps) throws Exception {
    begin();
    twilio.behind(behind);
    try {
      steps.run();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(lag, e);
    }
    twilio.behind(() -> 0);
    register(subscription("a.sent", "a.failed"), NEW);
    assertEquals(List.of(NEW), twilio.destinations(), lag);
    assertEquals(List.of(Set.of("a.sent", "a.failed")), twilio.types(), lag);
    run(connection -> assertFalse(subscription("a.sent", "a.failed").register(connection, NEW, TestAttempt.EVENTS), lag));
  }

  private void assertSubscribed(String url) {
    List<Set<String>> types = twilio.subscribed().getOrDefault(url, List.of());
    assertTrue(types.contains(Set.of("a.sent", "a.failed")), () -> twilio.subscribed().toString());
  }

  private void register(EventSubscription source, String url) throws Exception {
    run(connection -> source.register(connection, url, TestAttempt.EVENTS));
  }

  private void run(Consumer<TwilioConnection> work) throws Exception {
    new NodeSchedule(twilio::answer).run(List.of(work), List.of());
  }

  private static EventSubscription subscription(String... types) {
    Map<String, Optional<Integer>> versions = new TreeMap<>();
    Set.of(types).forEach(type -> versions.put(type, Optional.empty()));
    return new EventSubscription(versions);
  }

  private static String url(String base) {
    return base + PATH + CallbackRoute.toSource("Twilio", CallbackKind.EVENT, "events").pathAndQuery(new RouteSecret("secret"));
  }

  @FunctionalInterface
  private interface Steps {

    void run() throws Exception;
  }
}
