package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.listener.Registration;

/** What an endpoint holds while it serves: its place at a listener, and threads. */
final class OpenEndpoint {

  private final Registration registration;
  private final CallbackSchedulers schedulers;

  OpenEndpoint(Registration registration, CallbackSchedulers schedulers) {
    this.registration = registration;
    this.schedulers = schedulers;
  }

  /** New requests are answered with 503 from now on. */
  void refuse() {
    registration.refuse();
  }

  /** Serves nothing any more, and interrupts what is still read. */
  void close() {
    registration.close();
    schedulers.stop();
  }
}
