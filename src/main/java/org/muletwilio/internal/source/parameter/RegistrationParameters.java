package org.muletwilio.internal.source.parameter;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.ConflictHandling;
import org.muletwilio.api.parameter.StopHandling;
import org.muletwilio.internal.source.registration.RegistrationSettings;

/** What a source does about its address at Twilio. */
public class RegistrationParameters {

  /**
   * Whether the source registers its address with Twilio when it starts. Default: true. False only writes the address to the log,
   * for you to set it in Twilio's console.
   */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Register")
  @Summary("Register the address with Twilio at start. Default: true; false only writes the address to the log")
  private boolean register;

  /** Whether an address that this config has not made is replaced. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Overwrite")
  @Summary("Replace an address that this config has not made. Default: false")
  private boolean overwrite;

  /**
   * What is done where the address at Twilio is somebody else's, or another one wins over it: <code>FAIL</code>, the flow does
   * not start; <code>WARN</code>, it starts, and the log says why Twilio does not call it. Default: <code>FAIL</code>.
   */
  @Parameter
  @Optional(defaultValue = "FAIL")
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("On conflict")
  @Summary("What is done where the address at Twilio is somebody else's, or another one wins over it. Default: FAIL, the flow "
      + "does not start")
  private ConflictHandling onConflict;

  /**
   * What becomes of the address at Twilio when the flow stops: <code>LEAVE</code> lets it be, so that a restart loses nothing;
   * <code>RESTORE</code> puts back what was there before. Default: <code>LEAVE</code>.
   */
  @Parameter
  @Optional(defaultValue = "LEAVE")
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("On stop")
  @Summary("What becomes of the address at Twilio when the flow stops. Default: LEAVE, so that a restart loses nothing")
  private StopHandling onStop;

  public RegistrationSettings toSettings() {
    return new RegistrationSettings(register, overwrite, onConflict, onStop);
  }
}
