package org.muletwilio.internal.connection;

/** Rejects credentials that can't be right before Twilio does. No message shows them. */
final class Credentials {

  private Credentials() {}

  /**
   * @param name the parameter's name
   * @param what whose SID it must be
   * @param prefix what such SIDs start with
   * @param sid the parameter's value
   * @throws IllegalArgumentException if it is none
   */
  static void requireSid(String name, String what, String prefix, String sid) {
    if (!sid.startsWith(prefix)) {
      throw new IllegalArgumentException(name + " is '" + sid + "': the SID of " + what + " starts with " + prefix);
    }
  }

  /**
   * @param name the parameter's name
   * @param secret the parameter's value
   * @throws IllegalArgumentException if it is empty, or has a blank at its ends, which a properties file keeps
   */
  static void requireSecret(String name, String secret) {
    if (secret == null || secret.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
    if (!secret.equals(secret.trim())) {
      throw new IllegalArgumentException(name + " starts or ends with a blank");
    }
  }
}
