package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs the flow once for a key that may be used once, and refuses the key from then on; a repeated callback would be answered as
 * the first one was. A run that failed may be tried again.
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
