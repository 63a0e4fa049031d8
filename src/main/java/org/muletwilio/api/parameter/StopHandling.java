package org.muletwilio.api.parameter;

/** What becomes of the address that a source has registered with Twilio when its flow stops. */
public enum StopHandling {

  /** It stays, so that nothing is lost while an application restarts: Twilio repeats what it can. */
  LEAVE,
  /** What was there before is put back, unless somebody else has changed it since. */
  RESTORE
}
