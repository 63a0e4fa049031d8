package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.listener.Registration;

import java.util.function.Supplier;

/** What an endpoint holds while it serves: its place at a listener, and threads. */
final class OpenEndpoint {

  /** Mule's own default for what is in progress when an application stops. */
  private static final long LONGEST_STOP_MILLIS = 5000;

  private final Registration registration;
  private final CallbackSchedulers schedulers;

  private OpenEndpoint(Registration registration, CallbackSchedulers schedulers) {
    this.registration = registration;
    this.schedulers = schedulers;
  }

  /**
   * @param registration is closed where there are no threads
   * @param schedulers starts these
   */
  static OpenEndpoint of(Registration registration, Supplier<CallbackSchedulers> schedulers) {
    try (StartedParts parts = new StartedParts()) {
      return parts.ownedBy(new OpenEndpoint(parts.add(registration, Registration::close), schedulers.get()));
    }
  }

  CallbackSchedulers getSchedulers() {
    return schedulers;
  }

  /** Answers new requests with 503, and closes once those in progress have had the time to end. */
  void closeWhenEmpty(ConcurrencyLimit limit) {
    StopSteps.takeAll(registration::refuse, () -> limit.awaitEmpty(LONGEST_STOP_MILLIS), this::close);
  }

  /** Serves nothing any more, and interrupts what is still read. */
  void close() {
    StopSteps.takeAll(registration::close, schedulers::stop);
  }
}
