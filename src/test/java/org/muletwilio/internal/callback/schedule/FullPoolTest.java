package org.muletwilio.internal.callback.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** Pools that are full: what they refuse takes no place. */
class FullPoolTest extends ExecutorFixture {

  @Test
  void aPoolThatTakesNothingTakesNoPlaceEither() throws Exception {
    AtomicInteger refusals = new AtomicInteger(10);
    Executor full = task -> {
      if (refusals.getAndDecrement() > 0) {
        throw new RejectedExecutionException("full on purpose");
      }
      pool.execute(task);
    };
    BoundedExecutor onFull = new BoundedExecutor(full, 3, 4);
    for (int i = 0; i < 10; i++) {
      assertThrows(RejectedExecutionException.class, () -> onFull.execute(this::work));
    }
    onFull.execute(this::work);
    refusals.set(1);
    onFull.execute(this::work);
    latch.countDown();
    awaitEnded(2);
  }

  /** Its place in the queue has gone to a task that came while the pool refused it. */
  @Test
  void whatThePoolRefusesDoesNotWaitBesideTooManyOthers() throws Exception {
    AtomicInteger handedOver = new AtomicInteger();
    BoundedExecutor[] small = new BoundedExecutor[1];
    small[0] = new BoundedExecutor(task -> {
      if (handedOver.incrementAndGet() == 2) {
        small[0].execute(this::work);
        throw new RejectedExecutionException("full on purpose");
      }
      pool.execute(task);
    }, 2, 1);
    small[0].execute(this::work);
    assertThrows(RejectedExecutionException.class, () -> small[0].execute(this::work));
    latch.countDown();
    awaitEnded(2);
  }

  @Test
  void aPoolThatRunsTasksOnTheCallersThreadIsFull() {
    BoundedExecutor onCaller = new BoundedExecutor(Runnable::run, 3, 4);
    assertThrows(RejectedExecutionException.class, () -> onCaller.execute(this::work));
    assertEquals(0, ended.get());
  }
}
