package org.muletwilio.testkit.mule.expression;

import org.mule.runtime.api.el.BindingContext;

/**
 * An expression that was read once and can be evaluated many times, by several threads.
 */
@FunctionalInterface
public interface Expression {

  /**
   * @return the value, possibly as a {@link org.mule.runtime.api.metadata.TypedValue}
   * @throws ExpressionFailedException if it has none
   */
  Object evaluate(BindingContext bindings);
}
