package org.muletwilio.internal.source.registration;

import org.muletwilio.api.parameter.ConflictHandling;
import org.muletwilio.api.parameter.StopHandling;

/** What a source does about its address at Twilio. Immutable. */
public final class RegistrationSettings {

  private final boolean register;
  private final boolean overwrite;
  private final ConflictHandling onConflict;
  private final StopHandling onStop;

  /**
   * @param register whether the source registers its address by itself
   * @param overwrite whether it may overwrite somebody else's
   * @param onConflict what is done where it can't have it
   * @param onStop what becomes of it when the flow stops
   */
  public RegistrationSettings(boolean register, boolean overwrite, ConflictHandling onConflict, StopHandling onStop) {
    this.register = register;
    this.overwrite = overwrite;
    this.onConflict = onConflict;
    this.onStop = onStop;
  }

  boolean isRegister() {
    return register;
  }

  boolean isOverwrite() {
    return overwrite;
  }

  ConflictHandling getOnConflict() {
    return onConflict;
  }

  StopHandling getOnStop() {
    return onStop;
  }
}
