package org.muletwilio.testkit.munit.matcher;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a value is to be, as a function of {@code MunitTools::} says.
 */
public final class Matcher {

  private final String description;
  private final Predicate<TypedValue<?>> condition;

  Matcher(String description, Predicate<TypedValue<?>> condition) {
    this.description = description;
    this.condition = condition;
  }

  /** @return a matcher as it is, and any other value as the one that is expected */
  static Matcher of(Object matcherOrValue) {
    return matcherOrValue instanceof Matcher matcher ? matcher
        : new Matcher(described(matcherOrValue), value -> Comparison.equal(matcherOrValue, Actual.bare(value)));
  }

  /**
   * @throws IllegalArgumentException if one of them isn't a matcher
   */
  static List<Matcher> list(Object matchers) {
    return Values.list(matchers).stream().map(Values::plain).map(Matcher::of).toList();
  }

  public boolean matches(TypedValue<?> value) {
    return condition.test(value);
  }

  boolean matches(Object value) {
    return matches(value instanceof TypedValue<?> typed ? typed : TypedValue.of(value));
  }

  /** @return a value for a message */
  public static String described(Object value) {
    boolean plain = value == null || value instanceof Number || value instanceof Boolean || value instanceof Map
        || Values.isArray(value) || value instanceof Matcher;
    return plain ? String.valueOf(value) : "'" + value + "'";
  }

  @Override
  public String toString() {
    return description;
  }
}
