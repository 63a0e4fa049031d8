package org.muletwilio.simulator.twiml;

/** Instructions that can't be fetched or read. */
public final class TwimlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;

  /** @param code Twilio's error code */
  TwimlException(int code, String message) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
