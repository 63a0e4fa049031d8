package org.muletwilio.internal.callback.reconciliation;

import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is taken down when, at the end of an application above all: the object store answers when a test lets it. */
@Timeout(30)
class PendingWriterTest {

  private static final long LONG_MILLIS = SECONDS.toMillis(60);

  private final TestClock clock = new TestClock();
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<StoreHook> hook = new AtomicReference<>((operation, key) -> { });
  private final TestThreads threads = new TestThreads();
  private final AtomicLong nanos = new AtomicLong();
  private final Deadlines deadlines = new Deadlines(nanos::get, Runnable::run);
  private final DueIndex index = new DueIndex(1, 10);
  private final PendingWriter writer = writer();

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

  @Test
  void whatEndsBeforeTheStoreIsAskedIsNeverStored() {
    threads.hold();
    CompletableFuture<Void> stored = await("SM1");
    writer.end(message("SM1"));
    threads.runHeld();
    assertTrue(stored.isDone());
    assertEquals(List.of(), calls);
  }

  @Test
  void whatEndsWhileItIsStoredIsRemoved() {
    AtomicBoolean first = new AtomicBoolean(true);
    hook.set((operation, key) -> {
      if (first.compareAndSet(true, false)) {
        writer.end(message("SM1"));
      }
    });
    await("SM1");
    assertEquals(List.of("store " + message("SM1").toKey(), "remove " + message("SM1").toKey()), calls);
    assertEquals(Map.of(), entries);
  }

  @Test
  void aStoreThatDoesNotAnswerIsToldOfAndNoLongerWaitedFor() {
    threads.hold();
    CompletableFuture<Void> first = await("SM1");
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      nanos.addAndGet(MILLISECONDS.toNanos(PendingWriter.LONGEST_WAIT_MILLIS));
      deadlines.check();
      assertTrue(first.isDone());
      assertEquals(List.of(), log.all());
      assertTrue(await("SM2").isDone());
      assertEquals(List.of("WARN Config 'Twilio' has not stored yet that the status of SM2 is awaited: the object store does not "
          + "answer in time"), log.all());
    }
    threads.runHeld();
    assertEquals(2, entries.size());
  }

  /** The store may have it for all that: a failure can be about the answer alone. */
  @Test
  void whatEndsWhileTheStoreFailsIsRemoved() {
    AtomicBoolean first = new AtomicBoolean(true);
    hook.set((operation, key) -> {
      if (first.compareAndSet(true, false)) {
        writer.end(message("SM1"));
        throw new ObjectStoreException();
      }
    });
    await("SM1");
    assertEquals(List.of("store " + message("SM1").toKey(), "remove " + message("SM1").toKey()), calls);
    assertEquals(0, index.size());
  }

  @Test
  void whatCanNotBeRemovedIsToldOf() {
    await("SM1");
    hook.set(StoreHook.failing());
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      writer.end(message("SM1"));
      assertEquals(1, log.with("can't remove from its object store that the status of SM1 is awaited").size(),
          log.all()::toString);
    }
  }

  @Test
  void whatNoThreadRemovesIsToldOf() {
    await("SM1");
    threads.setFull(true);
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      writer.end(message("SM1"));
      assertEquals(1, log.with("can't remove from its object store that the status of SM1 is awaited").size(),
          log.all()::toString);
    }
  }

  @Test
  void memoryIsBoundedWhereTheStoreFails() {
    threads.setFull(true);
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      for (int i = 0; i < PendingWriter.MOST_IN_MEMORY_ALONE; i++) {
        assertTrue(await("SM" + i).isDone());
      }
      assertEquals(List.of(), log.with("does not await the status of"));
      for (int i = 0; i < 10; i++) {
        assertTrue(await("SMmore" + i).isDone());
      }
      assertEquals(1, log.with("does not await the status of SMmore0").size(), log.all()::toString);
    }
    assertEquals(PendingWriter.MOST_IN_MEMORY_ALONE, index.size());
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

  private CompletableFuture<Void> await(String sid) {
    return writer.await(new PendingStatus(message(sid),
        new CallbackRoute(Node.CONFIG, CallbackKind.MESSAGE_STATUS, "status", Optional.empty(), emptyMap()), clock.millis(),
        clock.millis()));
  }

  private PendingWriter writer() {
    LookUpSchedule schedule = new LookUpSchedule(Node.AFTER.toMillis(), Node.GIVE_UP_AFTER.toMillis(), clock::millis, () -> 0.5);
    PendingStore store = new PendingStore(Node.CONFIG, "pending", new HookedObjectStore<>(new MapObjectStore(entries),
        (operation, key) -> {
          calls.add(operation + " " + key);
          hook.get().before(operation, key);
        }), new Node.Locks());
    return new PendingWriter(store, index, schedule, new ReconcilerWarnings(Node.CONFIG, () -> 0),
        new StoreWaits(PendingWriter.LONGEST_WAIT_MILLIS, deadlines, threads.forWhatFollows()), threads);
  }
}
