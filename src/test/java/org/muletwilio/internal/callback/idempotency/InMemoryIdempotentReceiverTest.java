package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver.MOST_WAITING;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class InMemoryIdempotentReceiverTest {

  private static final long WAIT_MILLIS = 14_000;

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final Deadlines deadlines = new Deadlines(nanos::get, Runnable::run);
  private InMemoryIdempotentReceiver repeats = receiver(new StatusAnswerCache(1000, 4, now::get));

  @Test
  void whatReportsNoStatusIsKnownByItsToken() {
    status(identity(CallbackKind.EVENT, "t1", Map.of("Id", "1")));
    status(identity(CallbackKind.EVENT, "t1", Map.of("Id", "1")));
    assertEquals(1, runs.get());
    status(identity(CallbackKind.EVENT, "t2", Map.of("Id", "1")));
    assertEquals(2, runs.get());
  }

  @Test
  void theSameStatusRunsOnceWhateverItsToken() {
    status(message("t1", "SM1", "sent"));
    status(message("t2", "SM1", "sent"));
    status(message(null, "SM1", "sent"));
    assertEquals(1, runs.get());
    status(message("t3", "SM1", "delivered"));
    status(message("t4", "SM2", "sent"));
    assertEquals(3, runs.get());
  }

  @Test
  void aCallsStatusIsTheSameOnlyWithTheSameNumber() {
    status(identity(CallbackKind.CALL_STATUS, "t1",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "1")));
    status(identity(CallbackKind.CALL_STATUS, "t2",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
    status(identity(CallbackKind.CALL_STATUS, "t3",
        Map.of("CallSid", "CA1", "CallStatus", "in-progress", "SequenceNumber", "2")));
    assertEquals(2, runs.get());
  }

  @Test
  void aCallsLastStatusIsTheSameWhenItIsLookedUp() {
    status(identity(CallbackKind.CALL_STATUS, "t1", Map.of("CallSid", "CA1", "CallStatus", "completed", "SequenceNumber", "3")));
    status(identity(CallbackKind.CALL_STATUS, null, Map.of("CallSid", "CA1", "CallStatus", "completed")));
    assertEquals(1, runs.get());
  }

  @Test
  void aCallMayAskForInstructionsOftenUnlessTheRequestIsRepeated() {
    Map<String, String> fields = Map.of("CallSid", "CA1", "CallStatus", "in-progress");
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t1", fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t2", fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, null, fields));
    status(identity(CallbackKind.CALL_INSTRUCTIONS, null, fields));
    assertEquals(4, runs.get());
    status(identity(CallbackKind.CALL_INSTRUCTIONS, "t2", fields));
    assertEquals(4, runs.get());
  }

  @Test
  void whatFailedRunsAgain() {
    assertEquals(500, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_FAILED)).getEnd().join()
        .getStatus());
    assertEquals(503, repeats.once(message("t1", "SM1", "sent"), () -> run(CallbackAnswer.FLOW_UNAVAILABLE)).getEnd().join()
        .getStatus());
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(204, status(message("t1", "SM1", "sent")));
    assertEquals(3, runs.get());
  }

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
  void theWindowEnds() {
    status(message("t1", "SM1", "sent"));
    now.addAndGet(1000);
    status(message("t1", "SM1", "sent"));
    assertEquals(1, runs.get());
    now.addAndGet(1);
    status(message("t1", "SM1", "sent"));
    assertEquals(2, runs.get());
  }

  @Test
  void theOldestAreForgottenFirst() {
    for (int i = 1; i <= 5; i++) {
      status(message(null, "SM" + i, "sent"));
    }
    IntStream.rangeClosed(2, 5).forEach(each -> status(message(null, "SM" + each, "sent")));
    assertEquals(5, runs.get());
    IntStream.rangeClosed(6, 9).forEach(each -> status(message(null, "SM" + each, "sent")));
    assertEquals(9, runs.get());
    status(message(null, "SM1", "sent"));
    assertEquals(10, runs.get());
  }

  @Test
  void theSameRequestIsAnsweredWithTheSameTwimlUntilItIsOver() {
    repeats = receiver(new WholeAnswerCache(1000, 2, now::get));
    CallbackAnswer first = CallbackAnswer.of(Twiml.of(TypedValue.of("<Response><Say>One</Say></Response>")));
    assertSame(first, repeats.once(instructions("t1"), () -> run(first)).getEnd().join());
    now.addAndGet(1000);
    assertSame(first, repeats.once(instructions("t1"), () -> run(CallbackAnswer.DONE)).getEnd().join());
    assertEquals(1, runs.get());
    now.addAndGet(1);
    assertSame(CallbackAnswer.DONE, repeats.once(instructions("t1"), () -> run(CallbackAnswer.DONE)).getEnd().join());
    status(instructions("t2"));
    status(instructions("t3"));
    assertEquals(4, runs.get());
    status(instructions("t2"));
    assertEquals(4, runs.get());
    status(instructions("t1"));
    assertEquals(5, runs.get());
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

  @Test
  void withoutAnIdentityAllRun() {
    IdempotencyKey none = identity(CallbackKind.MESSAGE_STATUS, null, emptyMap());
    status(none);
    status(none);
    assertEquals(2, runs.get());
  }

  private int status(IdempotencyKey identity) {
    return repeats.once(identity, () -> run(CallbackAnswer.DONE)).getEnd().join().getStatus();
  }

  private FlowRun run(CallbackAnswer answer) {
    runs.incrementAndGet();
    return FlowRun.ended(answer);
  }

  private InMemoryIdempotentReceiver receiver(AnswerCache answers) {
    return new InMemoryIdempotentReceiver(answers, deadlines, WAIT_MILLIS);
  }

  private void pass(long millis) {
    nanos.addAndGet(MILLISECONDS.toNanos(millis));
    deadlines.check();
  }

  private static IdempotencyKey instructions(String token) {
    return identity(CallbackKind.CALL_INSTRUCTIONS, token, Map.of("CallSid", "CA1", "CallStatus", "in-progress"));
  }

  private static IdempotencyKey message(String token, String sid, String status) {
    return identity(CallbackKind.MESSAGE_STATUS, token, Map.of("MessageSid", sid, "MessageStatus", status));
  }

  private static IdempotencyKey identity(CallbackKind kind, String token, Map<String, String> fields) {
    return IdempotencyKey.of(new CallbackRoute("Twilio", kind, "flow", Optional.empty(), emptyMap()), CallerAccount.OWN,
        Optional.ofNullable(token), fields);
  }
}
