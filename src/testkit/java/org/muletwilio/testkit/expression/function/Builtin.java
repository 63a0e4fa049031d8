package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.FunctionValue;

import java.util.Set;

/**
 * A function of the language's own.
 *
 * @param lambdas the places of the parameters that are functions: what is given there may use {@code $}
 */
public record Builtin(String name, int least, int most, Set<Integer> lambdas, Body body) {

  /** What it does. */
  @FunctionalInterface
  public interface Body {

    Object call(Arguments arguments);
  }

  public FunctionValue value(EvaluationContext context) {
    return new FunctionValue(name, least, most, values -> body.call(new Arguments(name, values, context)));
  }
}
