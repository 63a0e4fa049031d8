package org.muletwilio.api.parameter;

/** What is done where a source can't have the address that Twilio calls, since it is somebody else's or another one wins. */
public enum ConflictHandling {

  /** The flow does not start, and the error says who has the address. */
  FAIL,
  /** A warning in the log says so; the flow starts, and runs where Twilio calls it all the same. */
  WARN
}
