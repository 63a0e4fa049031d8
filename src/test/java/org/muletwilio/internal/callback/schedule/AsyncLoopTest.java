package org.muletwilio.internal.callback.schedule;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class AsyncLoopTest {

  private final List<CompletableFuture<Void>> steps = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final AsyncLoop loop = new AsyncLoop(() -> {
    steps.add(new CompletableFuture<>());
    return steps.size() > 3 ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }, failures::add);

  @Test
  void aStepIsTakenWhenTheOneBeforeHasEnded() {
    loop.run();
    for (int i = 0; i < 3; i++) {
      assertEquals(i + 1, steps.size());
      steps.get(i).complete(null);
    }
    assertEquals(4, steps.size());
    assertEquals(List.of(), failures);
  }

  @Test
  void aMillionStepsThatEndAtOnceTakeNoStack() {
    AtomicInteger taken = new AtomicInteger();
    new AsyncLoop(() -> taken.incrementAndGet() > 1_000_000 ? Optional.empty() : Optional.of(completedFuture(null)),
        failures::add).run();
    assertEquals(1_000_001, taken.get());
    assertEquals(List.of(), failures);
  }

  @Test
  void aStepThatFailsEndsTheLoop() {
    loop.run();
    IllegalStateException failure = new IllegalStateException("failed on purpose");
    steps.get(0).completeExceptionally(failure);
    assertEquals(1, steps.size());
    assertSame(failure, failures.get(0));
  }

  @Test
  void aStepThatCannotBeTakenEndsTheLoop() {
    StackOverflowError failure = new StackOverflowError("on purpose");
    new AsyncLoop(() -> {
      throw failure;
    }, failures::add).run();
    assertEquals(List.of(failure), failures);
  }
}
