package org.muletwilio.testkit.munit;

import java.util.Optional;

/**
 * A {@code munit:test}.
 *
 * @param name as in XML
 * @param location its file and line
 * @param ignored whether it isn't to be run
 * @param expectedErrorType the error that its behaviour and execution must end with
 */
public record MunitTest(String name, String location, boolean ignored, Optional<String> expectedErrorType, boolean hasValidation) {

  /** The flow of its behaviour and execution, and of its validation unless an error is expected. */
  String flow() {
    return "munit-test:" + name;
  }

  /** The flow that runs once the expected error has come. */
  String validationFlow() {
    return "munit-validation:" + name;
  }
}
