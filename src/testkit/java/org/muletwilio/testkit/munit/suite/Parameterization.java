package org.muletwilio.testkit.munit.suite;

import java.util.Map;

/**
 * Values with which all tests of a suite run once.
 *
 * @param name empty where the suite has none
 * @param properties the application's properties
 */
public record Parameterization(String name, Map<String, String> properties) {

  /** What a suite without parameterizations runs with. */
  public static final Parameterization NONE = new Parameterization("", Map.of());

  /** @return a test's name in reports */
  public String nameOf(TestDefinition test) {
    return name.isEmpty() ? test.name() : test.name() + " [" + name + "]";
  }
}
