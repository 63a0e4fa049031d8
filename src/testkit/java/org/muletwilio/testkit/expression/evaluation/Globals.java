package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.function.EvaluationContext;
import org.muletwilio.testkit.expression.value.FunctionValue;

import java.util.Optional;

/** What is bound around a script: variables such as {@code payload}, and functions such as {@code MunitTools::equalTo}. */
public interface Globals {

  /** @return whether there is a variable of that name; its value may be null */
  boolean hasVariable(String name);

  Object variable(String name);

  /**
   * @param namespace the part before {@code ::}; empty for a function without one, such as {@code p}
   */
  Optional<FunctionValue> function(String namespace, String name);

  EvaluationContext context();
}
