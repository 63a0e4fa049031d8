package org.muletwilio.simulator.call;

/** A call is over. */
public final class CallEnded extends Exception {

  private static final long serialVersionUID = 1L;

  private final String status;

  /** @param status the call's last one */
  public CallEnded(String status) {
    super(status);
    this.status = status;
  }

  public String status() {
    return status;
  }
}
