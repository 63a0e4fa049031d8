package org.muletwilio.internal.callback.reconciliation;

import static java.util.Collections.emptyMap;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A writer whose object store and threads do what a test wants. */
abstract class PendingWriterFixture {

  final TestClock clock = new TestClock();
  final Map<String, String> entries = new ConcurrentHashMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final AtomicReference<StoreHook> hook = new AtomicReference<>((operation, key) -> { });
  final TestThreads threads = new TestThreads();
  final AtomicLong nanos = new AtomicLong();
  final Deadlines deadlines = new Deadlines(nanos::get, Runnable::run);
  final DueIndex index = new DueIndex(1, 10);
  final PendingWriter writer = writer();

  CompletableFuture<Void> await(String sid) {
    return writer.await(new PendingStatus(message(sid),
        new CallbackRoute(Node.CONFIG, CallbackKind.MESSAGE_STATUS, "status", Optional.empty(), emptyMap()), clock.millis(),
        clock.millis()));
  }

  PendingWriter writer() {
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
