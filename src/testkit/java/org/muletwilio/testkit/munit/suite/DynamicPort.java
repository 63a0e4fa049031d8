package org.muletwilio.testkit.munit.suite;

/**
 * A free port that a suite asks for.
 *
 * @param property gets its number
 * @param least the lowest port
 * @param most the highest one
 */
public record DynamicPort(String property, int least, int most) {

  static final int LOWEST = 1;
  static final int HIGHEST = 65_535;

  /** @return whether any port will do */
  public boolean isAny() {
    return least == LOWEST && most == HIGHEST;
  }
}
