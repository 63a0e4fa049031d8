package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets what may serve once run its flow, and refuses it from then on, where a repeated callback would be answered as the first
 * one was. What failed may be tried again.
 */
public final class SingleUse implements IdempotentReceiver {

  private final IdempotentReceiver receiver;

  /** @param receiver knows what has been used */
  public SingleUse(IdempotentReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public FlowRun once(IdempotencyKey identity, Supplier<FlowRun> run) {
    AtomicBoolean first = new AtomicBoolean();
    FlowRun known = receiver.once(identity, () -> {
      first.set(true);
      return run.get();
    });
    CompletableFuture<CallbackAnswer> end =
        known.getEnd().thenApply(answer -> answer.isSuccess() && !first.get() ? CallbackAnswer.USED_UP : answer);
    return known.isAnother() ? FlowRun.ofAnother(end) : FlowRun.of(end, known.getLateEnd());
  }
}
