package org.muletwilio.testkit.munit.suite;

import org.muletwilio.testkit.check.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A {@code munit:test}.
 *
 * @param name as in XML
 * @param location its file and line
 * @param ignore {@code true}, {@code false} or an expression
 * @param tags by which tests are chosen
 * @param timeOut how long it may run
 * @param expected the error that its behaviour and execution must end with
 * @param flowSources the flows whose sources run during the test
 * @param hasValidation whether something is checked once an expected error has come
 * @param problems what is wrong with it as it is written
 */
public record TestDefinition(String name, String location, String ignore, Set<String> tags, Duration timeOut,
                             ExpectedError expected, List<String> flowSources, boolean hasValidation, List<Problem> problems) {

  /** @return the flow of its behaviour and execution, and of its validation unless an error is expected */
  public String flow() {
    return "munit-test:" + name;
  }

  /** @return the flow that runs once the expected error has come */
  public String validationFlow() {
    return "munit-validation:" + name;
  }
}
