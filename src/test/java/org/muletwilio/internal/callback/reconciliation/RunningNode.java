package org.muletwilio.internal.callback.reconciliation;

import static java.util.Collections.emptyMap;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerView;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.flow.TestWaits;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A reconciler on the threads of an application, with a store that may be in a bad way. */
final class RunningNode implements AutoCloseable {

  static final CallbackRoute ROUTE =
      new CallbackRoute(Node.CONFIG, CallbackKind.MESSAGE_STATUS, "status", Optional.empty(), emptyMap());

  private static final String PACKAGE = StatusReconciler.class.getPackage().getName();
  private static final Duration STOPPED = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(30);

  final Map<String, String> entries = new ConcurrentHashMap<>();
  final FakeFlows flows = new FakeFlows();
  private final EmbeddedServices services;
  private final StatusReconciler reconciler;
  private volatile StatusSource twilio = status -> Optional.of(fetched(status, "delivered"));

  RunningNode(StoreHook hook, Duration after) throws MuleException {
    services = EmbeddedServices.start("reconciler");
    ReconcilerThreads threads = new MuleReconcilerThreads(Node.CONFIG, services.schedulerService(), getClass().getClassLoader());
    Deadlines deadlines = new Deadlines(System::nanoTime, Runnable::run);
    deadlines.start(threads.timer());
    StatusSources sources = new StatusSources();
    sources.put(Node.CONFIG, status -> twilio.fetch(status));
    CallbackRunner runner = new CallbackRunner(new FlowDispatcher(flows.locator()),
        TestWaits.of(Node.CONFIG, deadlines, Duration.ofDays(1).toMillis()), IdempotentReceiver.PASS,
        IdempotentReceiver.PASS, IdempotentReceiver.PASS, () -> { });
    reconciler = new StatusReconciler(Node.CONFIG,
        new PendingStore(Node.CONFIG, "pending", new HookedObjectStore<>(new MapObjectStore(entries), hook), new Node.Locks()),
        new LookUpSchedule(after.toMillis(), Duration.ofDays(3).toMillis(), System::currentTimeMillis, () -> 0.5), sources,
        runner, deadlines, threads);
    reconciler.start();
  }

  StatusReconciler reconciler() {
    return reconciler;
  }

  void twilio(StatusSource source) {
    twilio = source;
  }

  CompletableFuture<Void> await(String sid) {
    return reconciler.await(Node.message(sid), ROUTE);
  }

  void eventually(BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + SOON.toNanos(); !condition.getAsBoolean();) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not so after " + SOON + ": " + entries.size() + " entries, " + flows.runs().size() + " runs");
      }
      Thread.sleep(5);
    }
  }

  /** @throws AssertionError if a thread of the reconciler goes on; closing the services would end it */
  @Override
  public void close() throws MuleException {
    try {
      reconciler.stop();
      awaitNoThreads();
    } finally {
      services.close();
    }
  }

  private void awaitNoThreads() {
    List<String> threads = threads();
    for (long end = System.nanoTime() + STOPPED.toNanos(); !threads.isEmpty() && System.nanoTime() < end; threads = threads()) {
      Thread.onSpinWait();
    }
    assertEquals(List.of(), threads);
    assertEquals(List.of(), services.schedulerService().getSchedulers().stream().map(SchedulerView::getName)
        .filter(name -> name.startsWith("twilio-")).collect(toList()));
  }

  /** @return where those are that do the reconciler's work */
  private static List<String> threads() {
    return Thread.getAllStackTraces().entrySet().stream().filter(each -> each.getKey().getName().startsWith("reconciler."))
        .filter(each -> Stream.of(each.getValue()).anyMatch(frame -> frame.getClassName().startsWith(PACKAGE)))
        .map(each -> each.getKey().getName() + " " + List.of(each.getValue())).collect(toList());
  }
}
