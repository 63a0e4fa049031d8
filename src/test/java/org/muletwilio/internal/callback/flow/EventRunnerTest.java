package org.muletwilio.internal.callback.flow;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.log.LogLines;

import org.muletwilio.testkit.log.LogLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of events that overlap, in any order: each event runs its flow once, and no batch waits for another for ever. */
class EventRunnerTest {

  private static final CallbackRoute ROUTE = CallbackRoute.toSource("Twilio", CallbackKind.EVENT, "events");

  private final Deadlines deadlines = new Deadlines(System::nanoTime, Runnable::run);
  private final List<String> began = new ArrayList<>();
  private final List<CompletableFuture<CallbackAnswer>> ends = new ArrayList<>();
  private FlowSource source;
  private final FlowDispatcher flows = new FlowDispatcher(null);
  private final CallbackWaits waits = TestWaits.of("Twilio", deadlines, 600_000);
  private final IdempotentReceiver statuses =
      new InMemoryIdempotentReceiver(new StatusAnswerCache(600_000, 50_000, System::currentTimeMillis), deadlines, 13_000);
  private final CallbackRunner runner =
      new CallbackRunner(flows, waits, statuses, IdempotentReceiver.PASS, IdempotentReceiver.PASS, () -> { });

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBatchIsOneRunWhereTheSourceTakesBatches(boolean batches) {
    takeBatches(batches);
    run("2", "1");
    assertEquals(batches ? 1 : 2, began.size(), began.toString());
  }

  @Test
  void aSourceTakesEventsOneByOneUnlessItSaysOtherwise() {
    flows.getSources().add(ROUTE, message -> {
      began.add(message.getPayload().getValue().toString());
      return new CompletableFuture<>();
    });
    run("1", "2");
    assertEquals(2, began.size(), began.toString());
  }

  @Test
  void withoutASourceABatchIsUnavailableAndTheSourceToldOf() throws Exception {
    try (LogLines log = LogLines.of(FlowSources.class.getName(), Level.WARN)) {
      assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, run("1", "2").getEnd().get(10, TimeUnit.SECONDS));
      assertEquals(2, log.with("Twilio called back for the source of flow 'events', which is stopped or which the application no "
          + "longer has").size(), log.all()::toString);
    }
  }

  @Test
  void aSourceThatIsRemovedIsAskedNoLongerAndAnotherStays() {
    takeBatches(false);
    flows.getSources().remove(ROUTE, message -> new CompletableFuture<>());
    run("1");
    assertEquals(1, began.size());
    flows.getSources().remove(ROUTE, source);
    run("2");
    assertEquals(1, began.size());
  }

  @Test
  void aSourceThatCanNotBeginIsAFailureAndToldOf() throws Exception {
    for (Throwable failure : List.of(new IllegalStateException("on purpose"), new StackOverflowError("on purpose"))) {
      flows.getSources().add(ROUTE, message -> {
        if (failure instanceof StackOverflowError) {
          throw (StackOverflowError) failure;
        }
        throw (IllegalStateException) failure;
      });
      try (LogLines ofSources = LogLines.of(FlowSources.class.getName(), Level.ERROR);
          LogLines ofEvents = LogLines.of(EventRunner.class.getName(), Level.ERROR)) {
        assertEquals(CallbackAnswer.FLOW_FAILED, run("1").getEnd().get(10, TimeUnit.SECONDS));
        assertEquals(1, ofSources.with("The source of flow 'events' can't process a callback").size()
            + ofEvents.with("An event for flow 'events' could not be processed").size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void overlappingBatchesInAnyOrderEndAndNoEventRunsTwice(boolean batches) throws Exception {
    takeBatches(batches);
    CallbackRun first = run("1", "2", "3");
    CallbackRun second = run("3", "2", "4");
    CallbackRun third = run("4", "1");
    assertFalse(first.getEnd().isDone());
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).complete(CallbackAnswer.DONE);
    }
    for (CallbackRun each : List.of(first, second, third)) {
      assertEquals(CallbackAnswer.DONE, each.getEnd().get(10, TimeUnit.SECONDS));
    }
    for (String id : List.of("1", "2", "3", "4")) {
      assertEquals(1, began.stream().filter(run -> run.contains("\"" + id + "\"")).count(), began.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEventThatIsThereTwiceRunsOnce(boolean batches) throws Exception {
    takeBatches(batches);
    CallbackRun run = run("1", "1");
    assertEquals(1, ends.size());
    ends.get(0).complete(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, run.getEnd().get(10, TimeUnit.SECONDS));
  }

  @Test
  void aBatchFailsWhereOneOfItsEventsDoesAndThatAloneRunsAgain() throws Exception {
    takeBatches(false);
    CallbackRun run = run("1", "2");
    ends.get(0).complete(CallbackAnswer.DONE);
    ends.get(1).complete(CallbackAnswer.FLOW_FAILED);
    assertEquals(CallbackAnswer.FLOW_FAILED, run.getEnd().get(10, TimeUnit.SECONDS));
    began.clear();
    run("1", "2");
    assertEquals(1, began.size());
    assertTrue(began.get(0).contains("\"2\""), began.toString());
  }

  @Test
  void aFewEventsOfALargeBatchRunAtATime() {
    takeBatches(false);
    CallbackRun run = run(Stream.iterate(1, i -> i + 1).limit(300).map(String::valueOf).toArray(String[]::new));
    assertEquals(16, ends.size());
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).complete(CallbackAnswer.DONE);
    }
    assertEquals(300, began.size());
    assertTrue(run.getEnd().isDone());
  }

  /** As many as a body of the largest size may hold of the shortest events. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBatchOfManyEventsThatHaveRunBeforeTakesNoStack(boolean batches) throws Exception {
    takeBatches(batches);
    String[] ids = IntStream.range(0, 20_000).mapToObj(String::valueOf).toArray(String[]::new);
    CallbackRun first = run(ids);
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).complete(CallbackAnswer.DONE);
    }
    assertEquals(CallbackAnswer.DONE, first.getEnd().get(10, TimeUnit.SECONDS));
    began.clear();
    assertEquals(CallbackAnswer.DONE, run(ids).getEnd().get(10, TimeUnit.SECONDS));
    assertEquals(List.of(), began);
  }

  /** A run of the first batch may take minutes: what is new in the second one need not wait for it, event by event. */
  @Test
  void aBatchRunsWhatIsNewWhileAnotherStillRunsTheRest() throws Exception {
    takeBatches(true);
    CallbackRun first = run("1", "2");
    CallbackRun second = run("1", "2", "3");
    assertEquals(2, ends.size(), began.toString());
    assertEquals("[{\"id\":\"3\",\"type\":\"x\"}]", began.get(1));
    ends.get(1).complete(CallbackAnswer.DONE);
    assertFalse(second.getEnd().isDone());
    ends.get(0).complete(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, first.getEnd().get(10, TimeUnit.SECONDS));
    assertEquals(CallbackAnswer.DONE, second.getEnd().get(10, TimeUnit.SECONDS));
  }

  /** Memory or stack may run out wherever an event is looked at. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBatchWhoseEventsCannotBeLookedAtEndsAndHoldsNoneOfThem(boolean batches) throws Exception {
    takeBatches(batches);
    AtomicInteger looked = new AtomicInteger();
    CallbackRunner failing = new CallbackRunner(flows, waits, (identity, run) -> {
      if (looked.incrementAndGet() == 2) {
        throw new StackOverflowError("broken on purpose");
      }
      return statuses.once(identity, run);
    }, IdempotentReceiver.PASS, IdempotentReceiver.PASS, () -> { });
    try (LogLines log = LogLines.of(EventRunner.class.getName(), Level.ERROR)) {
      CallbackRun broken = run(failing, json("1", "2", "3"), CallerAccount.OWN);
      assertEquals(CallbackAnswer.FLOW_FAILED, broken.getEnd().get(10, TimeUnit.SECONDS));
      assertEquals(1, log.with("Events for flow 'events' could not be processed").size(), log.all()::toString);
    }
    ends.forEach(end -> end.complete(CallbackAnswer.DONE));
    CallbackRun again = run("1", "2", "3");
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).complete(CallbackAnswer.DONE);
    }
    assertEquals(CallbackAnswer.DONE, again.getEnd().get(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[1]", "\"EZ1\"", "[{\"id\":\"1\"},2]"})
  void whatIsNoEventRunsTheFlowAsItCame(String json) {
    takeBatches(false);
    run(json, CallerAccount.OWN);
    assertEquals(List.of(json), began);
  }

  @Test
  void anEventWithoutAnIdRunsTheFlowByItself() throws Exception {
    takeBatches(false);
    for (int i = 0; i < 2; i++) {
      run("[{\"type\":\"x\"},{\"id\":7},{\"id\":\"\"}]", CallerAccount.OWN);
    }
    assertEquals(List.of("{\"type\":\"x\"}", "{\"id\":7}", "{\"id\":\"\"}"), began);
  }

  private void takeBatches(boolean batches) {
    source = new FlowSource() {

      @Override
      public boolean takesBatches() {
        return batches;
      }

      @Override
      public CompletableFuture<CallbackAnswer> run(Message message) {
        began.add(message.getPayload().getValue().toString());
        ends.add(new CompletableFuture<>());
        return ends.get(ends.size() - 1);
      }
    };
    flows.getSources().add(ROUTE, source);
  }

  private CallbackRun run(String... ids) {
    return run(json(ids), CallerAccount.OWN);
  }

  private static String json(String... ids) {
    return Stream.of(ids).map(id -> "{\"id\":\"" + id + "\",\"type\":\"x\"}").collect(joining(",", "[", "]"));
  }

  private CallbackRun run(String json, CallerAccount account) {
    return run(runner, json, account);
  }

  private static CallbackRun run(CallbackRunner runner, String json, CallerAccount account) {
    return runner.run(ROUTE, account, Optional.empty(),
        new CallbackContent(CallbackKind.EVENT, new MultiMap<>(), Optional.of(json)),
        new CallbackAttributesBuilder().kind(CallbackKind.EVENT).flow("events").method("POST"));
  }
}
