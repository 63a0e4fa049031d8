package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.resource.Journal;
import org.muletwilio.simulator.thread.SimulatorClock;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends callbacks in the background. Those of one resource wait for each other, so that their order is that of the events unless
 * a fault changes it; Twilio promises less.
 */
public final class CallbackQueue {

  /** How long a reordered callback waits for the one that is to overtake it. */
  private static final Duration LONGEST_HOLD = Duration.ofMillis(500);

  private record Ready(Callback callback, Faults.Choice choice) {
  }

  private final CallbackSender sender;
  private final Faults faults;
  private final SimulatorClock clock;
  private final ExecutorService workers;
  private final Journal<Callback> dropped;
  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();
  private final Map<String, Ready> held = new HashMap<>();

  public CallbackQueue(CallbackSender sender, Faults faults, Journal<Callback> dropped, SimulatorThreads threads) {
    this.sender = sender;
    this.faults = faults;
    this.dropped = dropped;
    clock = threads.clock();
    workers = threads.senders();
  }

  public void add(Callback callback) {
    Faults.Choice choice = faults.next();
    Ready ready = new Ready(callback, choice);
    if (choice.drop()) {
      dropped.add(callback);
    } else if (!choice.delay().isZero()) {
      later(() -> workers.execute(() -> send(ready)), choice.delay());
    } else if (choice.reorder() && hold(ready)) {
      later(() -> release(ready), LONGEST_HOLD);
    } else {
      enqueue(ready);
    }
  }

  private synchronized boolean hold(Ready ready) {
    return held.putIfAbsent(ready.callback.resourceSid(), ready) == null;
  }

  private synchronized void release(Ready ready) {
    if (held.remove(ready.callback.resourceSid(), ready)) {
      enqueue(ready);
    }
  }

  private synchronized void enqueue(Ready ready) {
    String sid = ready.callback.resourceSid();
    CompletableFuture<Void> previous = last.getOrDefault(sid, CompletableFuture.completedFuture(null));
    CompletableFuture<Void> sent;
    try {
      sent = previous.thenRunAsync(() -> send(ready), workers).exceptionally(failure -> null);
    } catch (RejectedExecutionException e) {
      return;
    }
    last.put(sid, sent);
    sent.whenComplete((result, failure) -> forget(sid, sent));
    Optional.ofNullable(held.remove(sid)).ifPresent(this::enqueue);
  }

  private synchronized void forget(String sid, CompletableFuture<Void> sent) {
    last.remove(sid, sent);
  }

  private void send(Ready ready) {
    if (ready.choice.forge()) {
      new Forgery(sender, ready.callback).wrongSignature().send();
    }
    String token = CallbackSender.newIdempotencyToken();
    sender.send(ready.callback, token);
    if (ready.choice.repeat()) {
      sender.send(ready.callback, token);
    }
  }

  private void later(Runnable task, Duration delay) {
    clock.schedule(task, delay);
  }
}
