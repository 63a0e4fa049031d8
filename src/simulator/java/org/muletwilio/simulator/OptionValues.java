package org.muletwilio.simulator;

import java.time.Duration;

/** Reads the values of options. What is wrong with one is told by an IllegalArgumentException. */
final class OptionValues {

  private OptionValues() {}

  static int port(String value) {
    int port = Integer.parseInt(value);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is from 0 to 65535");
    }
    return port;
  }

  static double probability(String value) {
    double probability = Double.parseDouble(value);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability must be from 0 to 1");
    }
    return probability;
  }

  static String[] pair(String value, char separator) {
    int at = value.indexOf(separator);
    if (at <= 0) {
      throw new IllegalArgumentException("lacks a " + separator);
    }
    return new String[] {value.substring(0, at), value.substring(at + 1)};
  }

  static Duration duration(String value) {
    if (value.endsWith("ms")) {
      return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
    }
    if (value.endsWith("s")) {
      return Duration.ofSeconds(Long.parseLong(value.substring(0, value.length() - 1)));
    }
    return Duration.ofMillis(Long.parseLong(value));
  }
}
