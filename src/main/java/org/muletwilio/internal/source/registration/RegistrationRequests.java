package org.muletwilio.internal.source.registration;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.schedule.BoundedExecutor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes the requests of a source's registration on IO threads, one after the other. They outlive the source: what its stop puts
 * back late comes before what its next start sets.
 */
final class RegistrationRequests {

  /** What an IO thread does for a registration. */
  @FunctionalInterface
  interface Work {

    boolean run() throws MuleException;
  }

  /** Of the sources of an application that share an object at Twilio, each has a few. */
  private static final int MOST_WAITING = 1000;

  private final BoundedExecutor oneAtATime;

  /** @param threads IO threads */
  RegistrationRequests(Executor threads) {
    oneAtATime = new BoundedExecutor(threads, 1, MOST_WAITING);
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
