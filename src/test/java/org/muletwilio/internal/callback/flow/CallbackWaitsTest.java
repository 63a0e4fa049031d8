package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.idempotency.FlowRun;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that ends in time, late, or never. */
class CallbackWaitsTest {

  private static final long TIMEOUT = 60_000;

  private final AtomicLong millis = new AtomicLong();
  private final AtomicInteger succeeded = new AtomicInteger();
  private final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(millis.get()), Runnable::run);
  private final CallbackWaits waits = TestWaits.of("Twilio", deadlines, TIMEOUT);
  private final CompletableFuture<CallbackAnswer> end = new CompletableFuture<>();
  private final LogLines log = LogLines.of(CallbackWaits.class.getName(), Level.INFO);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whatEndsInTimeIsTheAnswer() {
    CallbackRun run = start();
    pass(CallbackWaits.LONGEST_ANSWER_MILLIS - 1);
    end.complete(CallbackAnswer.DONE);
    assertSame(CallbackAnswer.DONE, run.getAnswer().getNow(null));
    assertSame(CallbackAnswer.DONE, run.getEnd().getNow(null));
    assertEquals(1, succeeded.get());
    pass(2 * TIMEOUT);
    assertEquals(List.of(), log.all());
    assertEquals(1, succeeded.get());
  }

  @Test
  void twilioIsAnsweredBeforeItGivesUpAndTheFlowGoesOn() {
    CallbackRun run = start();
    pass(CallbackWaits.LONGEST_ANSWER_MILLIS);
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, run.getAnswer().getNow(null));
    assertFalse(run.getEnd().isDone());
    end.complete(CallbackAnswer.DONE);
    assertSame(CallbackAnswer.DONE, run.getEnd().getNow(null));
    assertEquals(1, succeeded.get());
  }

  @Test
  void whatFailsIsNoSuccess() {
    CallbackRun run = start();
    end.complete(CallbackAnswer.FLOW_FAILED);
    assertSame(CallbackAnswer.FLOW_FAILED, run.getEnd().getNow(null));
    assertEquals(0, succeeded.get());
  }

  @Test
  void aRunWithoutAnEndIsGivenUpAndCountsIfItEndsWellAfterAll() {
    CallbackRun run = start();
    pass(TIMEOUT - 1);
    assertEquals(List.of(), log.all());
    pass(1);
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, run.getEnd().getNow(null));
    assertEquals(1, log.with("WARN Flow 'status' of config 'Twilio' has not ended 60 s after a callback about SM1").size());
    assertEquals(0, succeeded.get());
    end.complete(CallbackAnswer.DONE);
    assertEquals(1, succeeded.get());
    assertEquals(1, log.with("INFO Flow 'status' of config 'Twilio' has succeeded after its time limit: its callback about SM1")
        .size());
    assertEquals(2, log.all().size());
  }

  @Test
  void aFailureAfterItWasGivenUpIsTold() {
    CallbackRun run = start();
    pass(TIMEOUT);
    end.completeExceptionally(new IllegalStateException("failed on purpose"));
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, run.getEnd().getNow(null));
    assertEquals(1, log.with("has failed after its time limit").size());
    assertEquals(0, succeeded.get());
  }

  @ParameterizedTest
  @CsvSource({"WEBHOOK, false, 60000, 12000", "WEBHOOK, true, 60000, 12000", "MESSAGE_STATUS, false, 60000, 12000",
      "MESSAGE_STATUS, true, 60000, 30000", "MESSAGE_STATUS, false, 6000, 3000", "MESSAGE_STATUS, true, 6000, 3000"})
  void aFlowWithoutRoomIsWaitedForAsLongAsTwilioWaitsOrHalfOfTheTimeOut(CallbackKind kind, boolean async, long timeout,
                                                                        long waits) {
    CallbackWaits own = new CallbackWaits("Twilio", deadlines, timeout, async,
        new BackPressure("Twilio", 16, deadlines, Runnable::run, () -> MILLISECONDS.toNanos(millis.get())));
    FlowRun run = own.run(CallbackRoute.toSource("Twilio", kind, "busy"), Optional.empty(),
        () -> CompletableFuture.completedFuture(CallbackAnswer.FLOW_BUSY));
    passInSteps(waits - 200);
    assertFalse(run.getEnd().isDone());
    passInSteps(400);
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, run.getEnd().getNow(null));
  }

  @Test
  void whatIsGivenToAFlowByItsNameDoesNotWaitBehindWhatItsSourceGets() {
    waits.run(CallbackRoute.toSource("Twilio", CallbackKind.MESSAGE_STATUS, "busy"), Optional.empty(),
        () -> CompletableFuture.completedFuture(CallbackAnswer.FLOW_BUSY));
    CallbackRoute byName = new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "busy", Optional.empty(), Map.of());
    FlowRun named = waits.run(byName, Optional.empty(),
        () -> CompletableFuture.completedFuture(CallbackAnswer.DONE));
    assertSame(CallbackAnswer.DONE, named.getEnd().getNow(null));
  }

  private CallbackRun start() {
    FlowRun limited = waits.limited("status", Optional.of("SM1"), end);
    CallbackRun run = waits.answered(limited);
    run.whenSucceeded(succeeded::incrementAndGet);
    return run;
  }

  private void passInSteps(long time) {
    for (long left = time; left > 0; left -= 100) {
      pass(Math.min(left, 100));
    }
  }

  private void pass(long time) {
    millis.addAndGet(time);
    deadlines.check();
  }
}
