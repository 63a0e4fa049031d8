package org.muletwilio.api.parameter;

/** How Twilio detects whether a human or a machine has answered. */
public enum MachineDetection {

  /** It reports as soon as it knows who answered. */
  ENABLE("Enable"),
  /** It waits for the end of a machine's greeting, so that a message can be left. */
  DETECT_MESSAGE_END("DetectMessageEnd");

  private final String twilioName;

  MachineDetection(String twilioName) {
    this.twilioName = twilioName;
  }

  /** @return Twilio's name for it */
  public String getTwilioName() {
    return twilioName;
  }
}
