package org.muletwilio.simulator;

/** Instructions that can't be had or understood. */
final class TwimlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;

  /** @param code Twilio's error code */
  TwimlException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
