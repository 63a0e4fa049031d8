package org.muletwilio.internal.callback.flow;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.log.LogLines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class BackPressureTest {

  private static final long LONGEST = 12_000;

  private long nanos;
  private final Deque<Runnable> handedOver = new ArrayDeque<>();
  private final Deadlines deadlines = new Deadlines(() -> nanos, Runnable::run);
  private final BackPressure queue = new BackPressure("Twilio", 4, deadlines, handedOver::add, () -> nanos);
  private final Flow flow = new Flow(1);

  @Test
  void whatHasRoomRunsAtOnce() {
    CompletableFuture<CallbackAnswer> end = give("a");
    assertEquals(List.of("a"), flow.begun);
    assertFalse(end.isDone());
    flow.end(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, end.join());
    assertTrue(handedOver.isEmpty());
  }

  @Test
  void theEndOfARunLetsTheFirstThatWaitsBegin() {
    give("a");
    CompletableFuture<CallbackAnswer> second = give("b");
    give("c");
    assertEquals(List.of("a"), flow.begun);
    flow.end(CallbackAnswer.DONE);
    assertEquals(List.of("a"), flow.begun, "the next must not run within the one that ends");
    handOver();
    assertEquals(List.of("a", "b"), flow.begun);
    flow.end(CallbackAnswer.FLOW_FAILED);
    assertEquals(CallbackAnswer.FLOW_FAILED, second.join());
    handOver();
    assertEquals(List.of("a", "b", "c"), flow.begun);
  }

  @Test
  void whoComesLaterDoesNotOvertake() {
    give("a");
    give("b");
    flow.end(CallbackAnswer.DONE);
    give("c");
    assertEquals(List.of("a", "b"), flow.begun);
  }

  @Test
  void whereNoRunEndsATimerTriesAgain() {
    flow.room = 0;
    give("a");
    give("b");
    give("c");
    flow.room = 2;
    pass(100);
    assertEquals(List.of("a", "b"), flow.begun);
    assertEquals(6, flow.attempts, "the first that is refused ends the timer's turn");
    flow.room = 3;
    pass(100);
    assertEquals(List.of("a", "b", "c"), flow.begun);
  }

  @Test
  void aFlowWithoutRoomRefusesInTheEnd() {
    give("a");
    CompletableFuture<CallbackAnswer> second = give("b");
    try (LogLines lines = LogLines.of(BackPressure.class.getName(), Level.WARN)) {
      pass(LONGEST - 200);
      assertFalse(second.isDone());
      pass(400);
      assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, second.join());
      assertEquals(1, lines.with("Flow 'flow' of config 'Twilio' is too busy").size());
    }
    flow.end(CallbackAnswer.DONE);
    handOver();
    assertEquals(List.of("a"), flow.begun, "what Twilio has been refused must not run");
  }

  @Test
  void soManyWaitAndNoMore() {
    give("a");
    List<CompletableFuture<CallbackAnswer>> waiting = IntStream.range(0, 4).mapToObj(i -> give("w" + i)).collect(toList());
    try (LogLines lines = LogLines.of(BackPressure.class.getName(), Level.WARN)) {
      for (int i = 0; i < 100; i++) {
        assertEquals(CallbackAnswer.FLOW_UNAVAILABLE, give("more").join());
      }
      assertEquals(1, lines.with("4 callbacks wait for flows already").size(), "a flood must not flood the log");
    }
    for (int i = 0; i < 5; i++) {
      flow.end(CallbackAnswer.DONE);
      handOver();
    }
    waiting.forEach(each -> assertEquals(CallbackAnswer.DONE, each.join()));
    flow.room = 0;
    assertEquals(4, IntStream.range(0, 8).mapToObj(i -> give("later")).filter(each -> !each.isDone()).count(),
        "all places are free again");
  }

  @Test
  void oneFlowWithoutRoomHoldsUpNoOther() {
    give("a");
    give("b");
    Flow other = new Flow(1);
    CompletableFuture<CallbackAnswer> end = queue.run("other", LONGEST, () -> other.run("x"));
    other.end(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, end.join());
  }

  @Test
  void anAttemptThatFailsEndsTheWait() {
    flow.room = 0;
    CompletableFuture<CallbackAnswer> first = give("a");
    CompletableFuture<CallbackAnswer> second = give("b");
    flow.failure = new StackOverflowError();
    pass(100);
    assertThrows(CompletionException.class, first::join);
    flow.room = 1;
    pass(100);
    flow.end(CallbackAnswer.DONE);
    assertEquals(CallbackAnswer.DONE, second.join());
  }

  @Test
  void aThousandShortRunsNeedNoStack() {
    BackPressure large = new BackPressure("Twilio", 10_000, deadlines, handedOver::add, () -> nanos);
    Flow busy = new Flow(0);
    List<CompletableFuture<CallbackAnswer>> ends = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      ends.add(large.run("busy", LONGEST, () -> busy.run("x")));
    }
    busy.room = 1;
    busy.endsAtOnce = true;
    pass(100);
    handOver();
    pass(100);
    handOver();
    ends.forEach(each -> assertEquals(CallbackAnswer.DONE, each.join()));
  }

  private CompletableFuture<CallbackAnswer> give(String name) {
    return queue.run("flow", LONGEST, () -> flow.run(name));
  }

  private void pass(long millis) {
    for (long left = millis; left > 0; left -= 100) {
      nanos += TimeUnit.MILLISECONDS.toNanos(Math.min(left, 100));
      deadlines.check();
    }
  }

  private void handOver() {
    while (!handedOver.isEmpty()) {
      handedOver.poll().run();
    }
  }

  /** As Mule's: it refuses at once what it has no room for. */
  private static final class Flow {

    private final List<String> begun = new ArrayList<>();
    private final Deque<CompletableFuture<CallbackAnswer>> running = new ArrayDeque<>();
    private int room;
    private int attempts;
    private Error failure;
    private boolean endsAtOnce;

    private Flow(int room) {
      this.room = room;
    }

    private CompletableFuture<CallbackAnswer> run(String name) {
      attempts++;
      if (failure != null) {
        Error once = failure;
        failure = null;
        throw once;
      }
      if (running.size() >= room) {
        return CompletableFuture.completedFuture(CallbackAnswer.FLOW_BUSY);
      }
      begun.add(name);
      CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
      running.add(end);
      if (endsAtOnce) {
        end(CallbackAnswer.DONE);
      }
      return end;
    }

    private void end(CallbackAnswer answer) {
      running.poll().complete(answer);
    }
  }
}
