package org.muletwilio.api.parameter;

/** How a call can be ended. */
public enum CallEnd {

  /** Hang up, even if it is in progress. */
  COMPLETED,
  /** Give up, unless it has been answered. */
  CANCELED
}
