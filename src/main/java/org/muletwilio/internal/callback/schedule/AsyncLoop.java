package org.muletwilio.internal.callback.schedule;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes asynchronous steps one after the other. A step that has ended at once is followed by the next in a loop: a call from the
 * end of each step to the next one would fill the stack where there are thousands. Thread-safe.
 */
public final class AsyncLoop {

  private final Supplier<Optional<CompletableFuture<?>>> next;
  private final Consumer<Throwable> onFailure;
  /** The steps that have ended and are not followed yet, with the one call that begins. */
  private final AtomicInteger ended = new AtomicInteger();

  /**
   * @param next takes the next step; empty where there is none
   * @param onFailure is told why a step could not be taken or has failed, which ends the loop
   */
  public AsyncLoop(Supplier<Optional<CompletableFuture<?>>> next, Consumer<Throwable> onFailure) {
    this.next = next;
    this.onFailure = onFailure;
  }

  /** Takes the first step, and each next one on the thread that ends the one before. */
  public void run() {
    if (ended.getAndIncrement() != 0) {
      // the thread that takes the steps goes on
      return;
    }
    try {
      do {
        Optional<CompletableFuture<?>> step = next.get();
        if (!step.isPresent()) {
          return;
        }
        step.get().whenComplete((result, failure) -> {
          if (failure == null) {
            run();
          } else {
            onFailure.accept(failure);
          }
        });
      } while (ended.decrementAndGet() != 0);
    } catch (RuntimeException | Error e) {
      onFailure.accept(e);
    }
  }
}
