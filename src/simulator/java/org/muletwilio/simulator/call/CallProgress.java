package org.muletwilio.simulator.call;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports the progress of one call to its status callback, as far as the events are wanted. */
public final class CallProgress {

  private final CallbackQueue callbacks;
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile Optional<CallbackTarget> target;

  public CallProgress(CallbackQueue callbacks, Optional<CallbackTarget> target) {
    this.callbacks = callbacks;
    this.target = target;
  }

  /** Changes where progress is reported; the events stay. */
  public void redirect(CallbackTarget changed) {
    target = Optional.of(target.map(old -> new CallbackTarget(changed.url(), changed.method(), old.events())).orElse(changed));
  }

  /**
   * @param event initiated, ringing, answered or completed
   * @param status the call's status
   */
  public void report(String event, Resource call, String status, Form more) {
    target.filter(wanted -> wanted.wants(event)).ifPresent(wanted -> callbacks
        .add(Callback.of(Callback.Kind.CALL_STATUS, call, wanted, CallFields.standard(call, status)
            .plus(CallFields.progress(sequence.getAndIncrement())).plus(more))));
  }
}
