package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** Schedulers that are busy or stopped. */
class RequestExecutorTest {

  private final FakeTimer timer = new FakeTimer();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final RequestExecutor executor = new RequestExecutor(task -> {
    if (busy.getAndDecrement() > 0) {
      throw new RejectedExecutionException("busy");
    }
    task.run();
  }, timer, timer::millis);

  @Test
  void whatABusySchedulerRefusesIsHandedOverAgain() {
    busy.set(3);
    executor.execute(done::incrementAndGet);
    assertEquals(0, done.get());
    timer.pass(100);
    assertEquals(0, done.get());
    timer.pass(50);
    assertEquals(1, done.get());
    assertEquals(0, timer.size());
  }

  @Test
  void itsTimeIsThatOfItsClock() {
    timer.pass(4711);
    assertEquals(4711, executor.millis());
  }

  @Test
  void whatWasBegunEndsAfterAStop() {
    busy.set(Integer.MAX_VALUE);
    timer.shutdown();
    executor.execute(done::incrementAndGet);
    assertEquals(1, done.get());
    assertThrows(RejectedExecutionException.class, () -> executor.schedule(1, done::incrementAndGet));
  }
}
