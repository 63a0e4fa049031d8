package org.muletwilio.internal.callback.reconciliation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.store.StoreHook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stored of the statuses that are awaited, and removed once they have come. */
@Timeout(30)
class PendingWriterTest extends PendingWriterFixture {

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
}
