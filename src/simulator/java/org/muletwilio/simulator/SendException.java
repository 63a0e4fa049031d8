package org.muletwilio.simulator;

/** No answer came. */
final class SendException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Overrides.Retried reason;

  /** @param reason where it went wrong: connecting or reading */
  SendException(Overrides.Retried reason, String message) {
    super(message);
    this.reason = reason;
  }

  Overrides.Retried reason() {
    return reason;
  }
}
