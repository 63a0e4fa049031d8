package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.listener.Registration;

/** What an endpoint holds while it serves: its place at a listener, and threads. */
final class OpenEndpoint {

  /** Mule's own default for what is in progress when an application stops. */
  private static final long LONGEST_STOP_MILLIS = 5000;

  private final Registration registration;
  private final CallbackSchedulers schedulers;

  OpenEndpoint(Registration registration, CallbackSchedulers schedulers) {
    this.registration = registration;
    this.schedulers = schedulers;
  }

  /** Answers new requests with 503, and closes once those in progress have had the time to end. */
  void closeWhenEmpty(ConcurrencyLimit limit) {
    registration.refuse();
    limit.awaitEmpty(LONGEST_STOP_MILLIS);
    close();
  }

  /** Serves nothing any more, and interrupts what is still read. */
  void close() {
    registration.close();
    schedulers.stop();
  }
}
