package org.muletwilio.simulator.call;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells a user of one call's progress, as far as they asked for it. */
public final class CallTeller {

  private final CallbackQueue callbacks;
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile Optional<CallbackTarget> target;

  public CallTeller(CallbackQueue callbacks, Optional<CallbackTarget> target) {
    this.callbacks = callbacks;
    this.target = target;
  }

  /** From now on somebody else is told; the events stay. */
  public void redirect(CallbackTarget changed) {
    target = Optional.of(target.map(old -> new CallbackTarget(changed.url(), changed.method(), old.events())).orElse(changed));
  }

  /**
   * @param event initiated, ringing, answered or completed
   * @param status the call's status
   */
  public void tell(String event, Resource call, String status, Form more) {
    target.filter(wanted -> wanted.wants(event)).ifPresent(wanted -> callbacks
        .add(Callback.of(Callback.Kind.CALL_STATUS, call, wanted, CallFields.standard(call, status)
            .plus(CallFields.progress(sequence.getAndIncrement())).plus(more))));
  }
}
