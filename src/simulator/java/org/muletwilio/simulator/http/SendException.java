package org.muletwilio.simulator.http;

/** No response was received. */
public final class SendException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Overrides.Retried reason;

  /** @param reason where it went wrong: connecting or reading */
  public SendException(Overrides.Retried reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Overrides.Retried reason() {
    return reason;
  }
}
