package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.value.FunctionValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A function that is written out: {@code (item, index) -> …}, or what {@code fun} defines.
 *
 * @param name how messages call it
 */
public record Lambda(String name, List<Parameter> parameters, Expression body) implements Expression {

  /**
   * A parameter.
   *
   * @param otherwise its value where it is left out
   */
  public record Parameter(String name, Optional<Expression> otherwise) {
  }

  @Override
  public Object evaluate(Environment environment) {
    int least = (int) parameters.stream().filter(parameter -> parameter.otherwise().isEmpty()).count();
    Map<Integer, Supplier<Object>> defaults = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      int place = i;
      parameters.get(i).otherwise().ifPresent(value -> defaults.put(place, () -> value.evaluate(environment)));
    }
    return new FunctionValue(name, least, parameters.size(), defaults, arguments -> body.evaluate(bound(environment, arguments)));
  }

  private Environment bound(Environment environment, Object... arguments) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      values.put(parameter.name(), i < arguments.length ? arguments[i]
          : parameter.otherwise().orElseThrow().evaluate(environment));
    }
    return environment.with(values);
  }

  /**
   * An expression where a function is asked for becomes one: {@code $}, {@code $$} and {@code $$$} are its arguments. Where the
   * expression's value is itself a function, that is called.
   */
  public static Expression around(Expression expression) {
    boolean named = expression instanceof Lambda lambda && !lambda.parameters.isEmpty();
    return named ? expression : environment -> new FunctionValue("the expression", 0, 3, arguments -> {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < 3; i++) {
        values.put("$".repeat(i + 1), i < arguments.length ? arguments[i] : null);
      }
      Object value = expression.evaluate(environment.with(values));
      return value instanceof FunctionValue function ? function.call(arguments) : value;
    });
  }
}
