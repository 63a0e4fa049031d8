package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Optional;

import org.muletwilio.testkit.expression.value.Comparison;

/**
 * Assertions. No parameter is a plain {@code Object}: Mule 4.1.1 would give it the flow's error.
 */
public class AssertOperations {

  public void assertThat(TypedValue<Object> expression, TypedValue<Object> is, @Optional String message) {
    if (!(is.getValue() instanceof Matcher)) {
      throw new AssertionError("'is' needs a matcher such as #[MunitTools::equalTo('x')], not " + is.getValue());
    }
    if (!((Matcher) is.getValue()).matches(expression)) {
      throw failure(message, is, expression);
    }
  }

  public void assertEquals(TypedValue<Object> actual, TypedValue<Object> expected, @Optional String message) {
    if (!Comparison.equal(expected, actual)) {
      throw failure(message, expected, actual);
    }
  }

  public void fail(@Optional(defaultValue = "The test says that it fails") String message) {
    throw new AssertionError(message);
  }

  private static AssertionError failure(String message, TypedValue<?> expected, TypedValue<?> actual) {
    return new AssertionError((message == null ? "" : message + ": ") + "expected " + described(expected.getValue()) + ", but it is "
        + described(actual.getValue()));
  }

  private static String described(Object value) {
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
