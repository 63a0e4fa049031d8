package org.muletwilio.simulator;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells a user of one call's progress, as far as they asked for it. */
final class CallTeller {

  private final CallbackQueue callbacks;
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile Optional<CallbackTarget> target;

  CallTeller(CallbackQueue callbacks, Optional<CallbackTarget> target) {
    this.callbacks = callbacks;
    this.target = target;
  }

  /** From now on somebody else is told; the events stay. */
  void redirect(CallbackTarget changed) {
    target = Optional.of(target.map(old -> new CallbackTarget(changed.url(), changed.method(), old.events())).orElse(changed));
  }

  /**
   * @param event initiated, ringing, answered or completed
   * @param status the call's status
   */
  void tell(String event, Resource call, String status, Form more) {
    target.filter(wanted -> wanted.wants(event)).ifPresent(wanted -> callbacks
        .add(Callback.of(Callback.Kind.CALL_STATUS, call, wanted, CallFields.standard(call, status)
            .plus(CallFields.progress(sequence.getAndIncrement())).plus(more))));
  }
}
