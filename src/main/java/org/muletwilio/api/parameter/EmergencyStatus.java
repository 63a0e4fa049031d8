package org.muletwilio.api.parameter;

/** Whether emergency calls can be made from a number. */
public enum EmergencyStatus {

  /** They can. */
  ACTIVE("Active"),
  /** They can't. */
  INACTIVE("Inactive");

  private final String twilioName;

  EmergencyStatus(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
