package org.muletwilio.api.parameter;

/** How a caller may answer. */
public enum GatherInput {

  /** By pressing keys. */
  DTMF,
  /** By speaking. */
  SPEECH,
  /** By either. */
  BOTH
}
