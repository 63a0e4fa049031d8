package org.muletwilio.internal.callback.idempotency;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver.MOST_WAITING;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Repeats of a callback whose flow still runs: they wait for its end, not for ever, and not too many. */
class WaitingRepeatsTest extends InMemoryFixture {

  @Test
  void whatCanNotEvenBeginKeepsNobodyWaiting() {
    for (Throwable reason : List.of(new IllegalStateException("broken on purpose"),
        new StackOverflowError("broken on purpose"))) {
      List<FlowRun> repeat = new ArrayList<>();
      assertThrows(reason.getClass(), () -> repeats.once(message("t1", "SM1", "sent"), () -> {
        repeat.add(repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE)));
        if (reason instanceof Error) {
          throw (Error) reason;
        }
        throw (RuntimeException) reason;
      }));
      assertSame(CallbackAnswer.FLOW_FAILED, repeat.get(0).getEnd().getNow(null));
    }
    assertEquals(0, runs.get());
    assertEquals(204, status(message("t1", "SM1", "sent")));
  }

  @Test
  void aRepeatWaitsForTheFirst() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    FlowRun first = repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(flow, new CompletableFuture<>()));
    FlowRun repeat = repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    assertFalse(repeat.getEnd().isDone());
    flow.complete(CallbackAnswer.DONE);
    assertSame(CallbackAnswer.DONE, first.getEnd().join());
    assertSame(CallbackAnswer.DONE, repeat.getEnd().join());
    assertEquals(0, runs.get());
  }

  @Test
  void aRepeatWithATokenOfItsOwnWaitsToo() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    FlowRun first = repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(flow, new CompletableFuture<>()));
    FlowRun repeat = repeats.once(message("t2", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    flow.complete(CallbackAnswer.FLOW_FAILED);
    assertSame(CallbackAnswer.FLOW_FAILED, first.getEnd().join());
    assertSame(CallbackAnswer.FLOW_FAILED, repeat.getEnd().join());
    assertEquals(204, status(message("t2", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(1, runs.get());
  }

  @Test
  void aRepeatWaitsNoLongerThanTwilio() {
    CompletableFuture<CallbackAnswer> flow = new CompletableFuture<>();
    FlowRun first = repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(flow, new CompletableFuture<>()));
    FlowRun repeat = repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    assertTrue(repeat.isAnother());
    assertFalse(first.isAnother());
    pass(WAIT_MILLIS - 1);
    assertFalse(repeat.getEnd().isDone());
    pass(1);
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, repeat.getEnd().getNow(null));
    assertFalse(first.getEnd().isDone());
    FlowRun third = repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE));
    flow.complete(CallbackAnswer.DONE);
    assertSame(CallbackAnswer.DONE, third.getEnd().getNow(null));
    assertEquals(0, runs.get());
  }

  @Test
  void aBoundedNumberOfRepeatsWaitsForARun() {
    FlowRun first =
        repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(new CompletableFuture<>(), new CompletableFuture<>()));
    for (int round = 0; round < 3; round++) {
      List<FlowRun> waiting = IntStream.range(0, MOST_WAITING)
          .mapToObj(each -> repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE))).collect(toList());
      assertTrue(waiting.stream().noneMatch(each -> each.getEnd().isDone()));
      assertSame(CallbackAnswer.FLOW_UNAVAILABLE,
                 repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE)).getEnd().getNow(null));
      pass(WAIT_MILLIS);
      assertTrue(waiting.stream().allMatch(each -> each.getEnd().isDone()));
    }
    assertFalse(first.getEnd().isDone());
    assertEquals(0, runs.get());
  }

  @Test
  void whatWasGivenUpRunsAgainUnlessItSucceedsAfterAll() {
    for (boolean succeeds : new boolean[] {true, false}) {
      runs.set(0);
      CompletableFuture<CallbackAnswer> late = new CompletableFuture<>();
      IdempotencyKey key = message("t1", "SM" + succeeds, "sent");
      assertEquals(503, repeats.once(key, () -> FlowRun.of(completedFuture(CallbackAnswer.FLOW_UNAVAILABLE), late)).getEnd()
          .join().getStatus());
      late.complete(succeeds ? CallbackAnswer.DONE : CallbackAnswer.FLOW_FAILED);
      assertEquals(204, status(key));
      assertEquals(succeeds ? 0 : 1, runs.get());
    }
  }

  @Test
  void aLateEndLeavesTheRunThatCameAfterAlone() {
    CompletableFuture<CallbackAnswer> late = new CompletableFuture<>();
    CompletableFuture<CallbackAnswer> second = new CompletableFuture<>();
    repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(completedFuture(CallbackAnswer.FLOW_UNAVAILABLE), late));
    FlowRun begun = repeats.once(message("t1", "SM1", "sent"), () -> FlowRun.of(second, new CompletableFuture<>()));
    late.complete(CallbackAnswer.FLOW_FAILED);
    assertTrue(repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.DONE)).isAnother());
    second.complete(CallbackAnswer.FLOW_FAILED);
    assertSame(CallbackAnswer.FLOW_FAILED, begun.getEnd().getNow(null));
  }

  @Test
  void ofManyAtOnceOneRuns() throws Exception {
    repeats = receiver(new StatusAnswerCache(1000, 100_000, now::get));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = IntStream.range(0, 8).<Callable<Integer>>mapToObj(task -> () -> IntStream.range(0, 5000)
          .map(each -> status(message("t" + task + "-" + each, "SM" + each, "sent"))).sum()).collect(toList());
      for (Future<Integer> each : threads.invokeAll(tasks)) {
        assertEquals(5000 * 204, each.get());
      }
      assertEquals(5000, runs.get());
    } finally {
      threads.shutdownNow();
    }
  }
}
