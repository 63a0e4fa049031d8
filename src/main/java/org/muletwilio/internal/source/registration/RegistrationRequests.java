package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.schedule.BoundedExecutor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Makes the requests of one source's registration on IO threads, one at a time. */
final class RegistrationRequests {

  /** What an IO thread does for a registration. */
  @FunctionalInterface
  interface Work {

    boolean run() throws MuleException;
  }

  private final BoundedExecutor oneAtATime;

  /** @param threads IO threads */
  RegistrationRequests(Executor threads) {
    oneAtATime = new BoundedExecutor(threads, 1, 2);
  }

  /**
   * @param work is done by an IO thread
   * @param end gets its result, or why it failed
   * @throws java.util.concurrent.RejectedExecutionException if no thread is free
   */
  void run(Work work, CompletableFuture<Boolean> end) {
    oneAtATime.execute(() -> {
      try {
        end.complete(work.run());
      } catch (MuleException | RuntimeException | Error e) {
        end.completeExceptionally(e);
      }
    });
  }
}
