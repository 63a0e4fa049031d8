package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.schedule.Deadlines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class StoreWaitsTest {

  private static final long LONGEST_MILLIS = 1000;

  private final TestClock clock = new TestClock();
  private final Deadlines deadlines = new Deadlines(() -> MILLISECONDS.toNanos(clock.millis()), Runnable::run);
  private final List<Runnable> handedOver = new ArrayList<>();
  private final StoreWaits waits = new StoreWaits(LONGEST_MILLIS, deadlines, task -> {
    handedOver.add(task);
    task.run();
  });

  @Test
  void aWaitEndsWithTheAnswer() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    CompletableFuture<Void> wait = waits.begin(answer);
    pass(LONGEST_MILLIS - 1);
    assertFalse(wait.isDone());
    answer.complete(null);
    assertTrue(wait.isDone());
    pass(10);
    assertFalse(waits.isLate());
    assertEquals(1, handedOver.size());
  }

  @Test
  void aWaitEndsWellWhateverTheAnswerIs() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    CompletableFuture<Void> wait = waits.begin(answer);
    answer.completeExceptionally(new IllegalStateException("failed on purpose"));
    assertTrue(wait.isDone() && !wait.isCompletedExceptionally());
  }

  @Test
  void whileTheStoreIsLateNobodyWaits() {
    CompletableFuture<Void> late = new CompletableFuture<>();
    CompletableFuture<Void> wait = waits.begin(late);
    pass(LONGEST_MILLIS);
    assertTrue(wait.isDone());
    assertTrue(waits.isLate());
    CompletableFuture<Void> next = new CompletableFuture<>();
    assertTrue(waits.begin(next).isDone());
    late.complete(null);
    assertTrue(waits.isLate(), "that answer came too late");
    next.complete(null);
    assertFalse(waits.isLate());
    assertFalse(waits.begin(new CompletableFuture<>()).isDone());
  }

  @Test
  void aStopEndsAllWaits() {
    CompletableFuture<Void> wait = waits.begin(new CompletableFuture<>());
    waits.stop();
    assertTrue(wait.isDone());
    assertTrue(waits.begin(new CompletableFuture<>()).isDone());
  }

  private void pass(long millis) {
    clock.pass(Duration.ofMillis(millis));
    deadlines.check();
  }
}
