package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is done with a callback that comes again. */
@FunctionalInterface
public interface IdempotentReceiver {

  /** Every callback runs its flow. */
  IdempotentReceiver PASS = (identity, run) -> run.get();

  /**
   * @param identity by what the callback is known
   * @param run runs its flow and tells how that ended
   * @return the answer: of this run, of one that goes on, or of one that has succeeded before
   */
  CompletableFuture<CallbackAnswer> once(IdempotencyKey identity, Supplier<CompletableFuture<CallbackAnswer>> run);
}
