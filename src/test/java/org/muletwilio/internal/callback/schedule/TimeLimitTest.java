package org.muletwilio.internal.callback.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private final List<Boolean> cancelled = new ArrayList<>();
  private final Future<?> task = new CompletableFuture<Void>() {

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return cancelled.add(mayInterrupt);
    }
  };
  private final TimeLimit limit = new TimeLimit();

  @Test
  void itIsCancelledOnceAndNobodyIsInterrupted() {
    limit.cancel();
    assertTrue(limit.start(() -> task));
    assertEquals(List.of(), cancelled);
    limit.cancel();
    limit.cancel();
    assertEquals(List.of(false), cancelled);
  }

  @Test
  void onceTheSchedulersAreStoppedThereIsNone() {
    assertFalse(limit.start(() -> {
      throw new RejectedExecutionException("stopped");
    }));
    limit.cancel();
    assertEquals(List.of(), cancelled);
  }
}
