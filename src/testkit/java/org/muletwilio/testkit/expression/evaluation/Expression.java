package org.muletwilio.testkit.expression.evaluation;

/** A part of a script that has a value. Immutable: it can be evaluated many times, by several threads. */
@FunctionalInterface
public interface Expression {

  /**
   * @return the value, possibly as a {@link org.mule.runtime.api.metadata.TypedValue}
   * @throws org.muletwilio.testkit.expression.value.ExpressionFailedException if it has none
   */
  Object evaluate(Environment environment);
}
