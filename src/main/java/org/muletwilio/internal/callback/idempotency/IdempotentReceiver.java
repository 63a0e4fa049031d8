package org.muletwilio.internal.callback.idempotency;

import java.util.function.Supplier;

/** Decides what happens to a repeated callback. */
@FunctionalInterface
public interface IdempotentReceiver {

  /** Every callback runs its flow. */
  IdempotentReceiver PASS = (identity, run) -> run.get();

  /**
   * @param identity by what the callback is known
   * @param run runs its flow; called once at most
   * @return this run, one that goes on, or one that has succeeded before
   */
  FlowRun once(IdempotencyKey identity, Supplier<FlowRun> run);
}
