package org.muletwilio.api.parameter;

/** What is done with a callback that arrives again. */
public enum DuplicateHandling {

  /** It is answered as before, and its flow doesn't run again unless the flow failed. */
  SUPPRESS,
  /** It runs its flow as if it were new. */
  PASS
}
