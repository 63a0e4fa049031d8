package org.muletwilio.simulator.resource;

import java.util.UUID;

/** Makes Twilio's identifiers: two letters and 32 hexadecimal digits. */
public final class Sids {

  private Sids() {}

  public static String next(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }
}
