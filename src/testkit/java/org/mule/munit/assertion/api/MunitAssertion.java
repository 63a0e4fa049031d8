package org.mule.munit.assertion.api;

/**
 * An assertion in Java, as {@code munit-tools:run-custom} runs it. Declared here because MUnit isn't on Maven Central.
 */
public interface MunitAssertion {

  /**
   * @param expression what it looks at
   * @param params what else it is given, or null
   * @throws AssertionError if the value isn't as it must be
   */
  void execute(TypedValue expression, Object params);
}
