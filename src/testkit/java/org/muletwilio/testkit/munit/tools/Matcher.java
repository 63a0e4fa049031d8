package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;

import java.util.function.Predicate;

/**
 * What a value is to be.
 */
public final class Matcher {

  private final String description;
  private final Predicate<TypedValue<?>> condition;

  Matcher(String description, Predicate<TypedValue<?>> condition) {
    this.description = description;
    this.condition = condition;
  }

  public boolean matches(TypedValue<?> value) {
    return condition.test(value);
  }

  @Override
  public String toString() {
    return description;
  }
}
