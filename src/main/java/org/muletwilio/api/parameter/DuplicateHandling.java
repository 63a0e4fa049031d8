package org.muletwilio.api.parameter;

/** What is done with a callback that has come before. */
public enum DuplicateHandling {

  /** It is answered as the first was, and its flow doesn't run again unless it failed. */
  SUPPRESS,
  /** It runs its flow as if it were new. */
  PASS
}
