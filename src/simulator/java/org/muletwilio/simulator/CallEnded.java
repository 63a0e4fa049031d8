package org.muletwilio.simulator;

/** A call is over. */
final class CallEnded extends Exception {

  private static final long serialVersionUID = 1L;

  private final String status;

  /** @param status the call's last one */
  CallEnded(String status) {
    super(status);
    this.status = status;
  }

  String status() {
    return status;
  }
}
