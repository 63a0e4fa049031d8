package org.muletwilio.internal.callback.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of events that overlap, in any order: each event runs its flow once, and no batch waits for another for ever. */
class OverlappingBatchesTest extends EventRunnerFixture {

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
}
