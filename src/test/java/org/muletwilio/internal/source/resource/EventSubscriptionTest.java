package org.muletwilio.internal.source.resource;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nodes that start at the same moment have one sink and one subscription, in whatever order their requests come. Orders are
 * tried in which the turn changes up to two or three times.
 */
class EventSubscriptionTest {

  /** As many as two nodes make that come one after the other, and those that they repeat. */
  private static final int MOST_REQUESTS = 18;
  private static final String PATH = "/twilio/callbacks";
  private static final String NEW = "https://new.example.com" + PATH + route("events");
  private static final String OLD = "https://old.example.com" + PATH + route("events");
  private static final String FOREIGN = "https://old.example.com" + PATH + route("others");

  /** A SID tells nothing of when something was made: here later ones come first, or last. */
  @ParameterizedTest
  @CsvSource({"2,1,false,3", "2,-1,false,3", "2,1,true,2", "2,-1,true,2", "3,-1,false,2"})
  void nodesThatStartAtOnceHaveOneSinkAndOneSubscription(int nodes, int step, boolean withOldSink, int changes)
      throws Exception {
    for (List<Integer> switches : schedules(changes)) {
      run(nodes, step, withOldSink, switches);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void whatNodesRegisterWhileAnotherPutsBackIsWhole(int step) throws Exception {
    for (List<Integer> switches : schedules(2)) {
      FakeEventStreams twilio = twilio(step);
      EventSubscription leaving = subscription();
      run(twilio, List.of(), List.of(connection -> leaving.register(connection, NEW, TestAttempt.EVENTS)));
      run(twilio, switches, List.of(connection -> restore(leaving, connection),
          connection -> subscription().register(connection, NEW, TestAttempt.EVENTS)));
      run(twilio, List.of(), List.of(connection -> subscription().register(connection, NEW, TestAttempt.EVENTS)));
      assertWhole(twilio, List.of(NEW), switches);
    }
  }

  /** Without registration somebody makes in the console what the source would have made. */
  @Test
  void theConsoleNeedsASinkAndASubscription() {
    assertEquals("Make a webhook sink of Event Streams at Twilio with the method POST and the destination https://x.example, and "
        + "subscribe it to a.failed, a.sent", subscription().instructionFor("https://x.example"));
  }

  /** A sink that another node has just subscribed to stays. */
  private static void restore(EventSubscription leaving, TwilioConnection connection) {
    try {
      leaving.restore(connection, TestAttempt.EVENTS);
    } catch (TwilioException e) {
      assertTrue(e.hasCode(91007), e.getMessage());
    }
  }

  private static void run(int nodes, int step, boolean withOldSink, List<Integer> switches) throws Exception {
    FakeEventStreams twilio = twilio(step);
    List<String> expected = new ArrayList<>(List.of(NEW));
    if (withOldSink) {
      run(twilio, List.of(), List.of(connection -> subscription().register(connection, OLD, TestAttempt.EVENTS)));
      run(twilio, List.of(), List.of(connection -> new SinkApi(connection, "somebody else's").create(FOREIGN)));
      expected.add(FOREIGN);
    }
    Consumer<TwilioConnection> node = connection -> subscription().register(connection, NEW, TestAttempt.EVENTS);
    run(twilio, switches, Stream.generate(() -> node).limit(nodes).collect(toList()));
    assertWhole(twilio, expected, switches);
    run(twilio, List.of(), List.of(connection -> assertFalse(subscription().register(connection, NEW, TestAttempt.EVENTS),
        "the next start changes nothing")));
  }

  private static void assertWhole(FakeEventStreams twilio, List<String> destinations, List<Integer> switches) {
    assertEquals(destinations.stream().sorted().toList(), twilio.destinations().stream().sorted().toList(), "turns change after "
        + switches);
    assertEquals(List.of(Set.of("a.failed", "a.sent")), twilio.types(), "turns change after " + switches);
  }

  private static void run(FakeEventStreams twilio, List<Integer> switches, List<Consumer<TwilioConnection>> nodes)
      throws Exception {
    new NodeSchedule(twilio::answer).run(nodes, switches);
  }

  private static FakeEventStreams twilio(int step) {
    AtomicInteger numbers = new AtomicInteger(5000);
    return new FakeEventStreams(() -> String.valueOf(numbers.addAndGet(step)));
  }

  private static EventSubscription subscription() {
    Map<String, Optional<Integer>> types = new TreeMap<>();
    types.put("a.sent", Optional.empty());
    types.put("a.failed", Optional.empty());
    return new EventSubscription(types);
  }

  /** @return after how many requests the turn changes, up to so many times */
  private static List<List<Integer>> schedules(int changes) {
    List<List<Integer>> schedules = new ArrayList<>(List.of(List.of()));
    List<List<Integer>> last = List.of(List.of());
    for (int i = 0; i < changes; i++) {
      last = last.stream().flatMap(begun -> Stream.iterate(begun.isEmpty() ? 1 : begun.get(begun.size() - 1) + 1,
          position -> position < MOST_REQUESTS, position -> position + 1).map(position -> {
            List<Integer> longer = new ArrayList<>(begun);
            longer.add(position);
            return longer;
          })).collect(Collectors.toList());
      schedules.addAll(last);
    }
    return schedules;
  }

  private static String route(String flow) {
    return CallbackRoute.toSource("Twilio", CallbackKind.EVENT, flow).pathAndQuery(new RouteSecret("secret"));
  }
}
