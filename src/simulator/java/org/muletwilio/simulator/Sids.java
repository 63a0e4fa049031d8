package org.muletwilio.simulator;

import java.util.UUID;

/** Makes Twilio's identifiers: two letters and 32 hexadecimal digits. */
final class Sids {

  private Sids() {}

  static String next(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }
}
