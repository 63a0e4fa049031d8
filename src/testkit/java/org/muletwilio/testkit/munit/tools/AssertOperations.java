package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.Optional;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.munit.matcher.Actual;
import org.muletwilio.testkit.munit.matcher.Asserts;
import org.muletwilio.testkit.munit.matcher.Matcher;

import java.util.List;
import java.util.Map;

import org.apache.commons.lang3.StringUtils;

/**
 * Assertions. No parameter is a plain {@code Object}: Mule 4.1.1 would give it the flow's error.
 */
public class AssertOperations {

  public void assertThat(@ParameterDsl(allowReferences = false) TypedValue<Object> expression,
                         @ParameterDsl(allowReferences = false) TypedValue<Object> is, @Optional String message) {
    if (!(is.getValue() instanceof Matcher)) {
      throw new AssertionError("'is' needs a matcher such as #[MunitTools::equalTo('x')], not " + is.getValue());
    }
    TypedValue<?> value = Actual.repeatable(expression);
    if (!((Matcher) is.getValue()).matches(value)) {
      throw failure(message, String.valueOf(is.getValue()), Actual.described(value));
    }
  }

  public void assertEquals(@ParameterDsl(allowReferences = false) TypedValue<Object> actual,
                           @ParameterDsl(allowReferences = false) TypedValue<Object> expected, @Optional String message) {
    TypedValue<?> wanted = Actual.repeatable(expected);
    TypedValue<?> value = Actual.repeatable(actual);
    if (!Comparison.equal(Actual.bare(wanted), Actual.bare(value))) {
      throw failure(message, Actual.described(wanted), Actual.described(value));
    }
  }

  /** {@code munit-tools:assert}: the expression is what {@code must} of {@code dw::test::Asserts} gives, or a condition. */
  @Alias("assert")
  public void assertExpression(@Content TypedValue<Object> that, @Optional String message) {
    Object result = Actual.bare(that);
    if (result instanceof Matcher
        || !(result instanceof Boolean) && !(result instanceof Map<?, ?> map && map.containsKey("matches"))) {
      throw new AssertionError("'that' needs a condition such as #[import * from dw::test::Asserts --- payload must "
          + "equalTo('x')], not " + result);
    }
    if (!Asserts.matches(result)) {
      Map<?, ?> description = result instanceof Map<?, ?> map && map.get("description") instanceof Map<?, ?> found ? found
          : Map.of();
      throw failure(message, description.containsKey("expected") ? String.valueOf(description.get("expected")).strip() : "true",
                    description.containsKey("actual") ? String.valueOf(description.get("actual")) : "false" + reasons(result));
    }
  }

  private static String reasons(Object result) {
    return result instanceof Map<?, ?> map && map.get("reasons") instanceof List<?> reasons
        ? ", because " + StringUtils.join(reasons, ", ")
        : "";
  }

  public void fail(@Optional(defaultValue = "The test says that it fails") String message) {
    throw new AssertionError(message);
  }

  private static AssertionError failure(String message, String expected, String actual) {
    return new AssertionError((message == null ? "" : message + ": ") + "expected " + expected + ", but it is " + actual);
  }
}
