package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.testkit.store.StoreHook;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stop waits for, and what it drops. */
@Timeout(30)
class PendingWriterStopTest extends PendingWriterFixture {

  private static final long LONG_MILLIS = SECONDS.toMillis(60);

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void aStopLetsNobodyWaitAndDropsWhatHasNotBegun() {
    threads.hold();
    CompletableFuture<Void> first = await("SM0");
    for (int i = 1; i < 2 * PendingWriter.MOST_AT_A_TIME; i++) {
      await("SM" + i);
    }
    assertFalse(first.isDone());
    writer.stop(0);
    assertTrue(first.isDone());
    threads.runHeld();
    assertEquals(PendingWriter.MOST_AT_A_TIME, entries.size());
    assertTrue(await("SMlate").isDone());
    writer.end(message("SM0"));
    threads.runHeld();
    assertEquals(PendingWriter.MOST_AT_A_TIME, entries.size());
  }

  @Test
  void aStopTakesNoTimeWhereAllIsTakenDown() {
    await("SM1");
    hook.set(StoreHook.failing());
    await("SM2");
    threads.setFull(true);
    await("SM3");
    writer.stop(LONG_MILLIS);
    assertEquals(Set.of(message("SM1").toKey()), entries.keySet());
  }

  @Test
  void aStopWaitsUntilAllIsTakenDownAndNoLonger() throws Exception {
    threads.hold();
    await("SM1");
    await("SM2");
    Thread stopping = stopping(new FutureTask<>(() -> writer.stop(LONG_MILLIS), null));
    threads.runHeld();
    stopping.join(SECONDS.toMillis(20));
    assertFalse(stopping.isAlive());
    assertEquals(2, entries.size());
  }

  @Test
  void aStopWaitsForSoLongAtTheMost() {
    threads.hold();
    await("SM1");
    long start = System.nanoTime();
    writer.stop(50);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 50 && millis < 20_000, millis + " ms");
  }

  @Test
  void anInterruptEndsTheStopAndIsLeftToTheCaller() throws Exception {
    threads.hold();
    await("SM1");
    FutureTask<Boolean> stop = new FutureTask<>(() -> {
      writer.stop(LONG_MILLIS);
      return Thread.currentThread().isInterrupted();
    });
    stopping(stop).interrupt();
    assertTrue(stop.get(20, SECONDS));
  }

  /** @return a thread that waits in its task by now */
  private static Thread stopping(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    assertTrue(thread.isAlive());
    return thread;
  }
}
