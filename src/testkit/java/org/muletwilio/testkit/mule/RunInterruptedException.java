package org.muletwilio.testkit.mule;

/** Whoever waited for a flow's end is to stop. The flow goes on until its application ends. */
public final class RunInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunInterruptedException(String flow, InterruptedException cause) {
    super("Interrupted while the flow '" + flow + "' ran", cause);
  }
}
