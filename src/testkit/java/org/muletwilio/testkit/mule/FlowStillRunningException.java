package org.muletwilio.testkit.mule;

import java.time.Duration;

/**
 * A flow that hasn't ended in time.
 */
public final class FlowStillRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FlowStillRunningException(String flow, Duration time) {
    super("Flow '" + flow + "' still runs after " + time.toMillis() + " ms");
  }
}
