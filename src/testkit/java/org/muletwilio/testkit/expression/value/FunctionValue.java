package org.muletwilio.testkit.expression.value;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A function as a value: a lambda, or one of the language's own.
 *
 * @param name how messages call it
 * @param least how many arguments it needs
 * @param most how many arguments it takes; what is given beyond them is left out
 * @param defaults the values of parameters that may be left out, by their places
 * @param body what it does
 */
public record FunctionValue(String name, int least, int most, Map<Integer, Supplier<Object>> defaults, Body body) {

  /** What a function does. */
  @FunctionalInterface
  public interface Body {

    Object call(Object... arguments);
  }

  public FunctionValue(String name, int least, int most, Body body) {
    this(name, least, most, Map.of(), body);
  }

  /**
   * Calls it as the language's own functions do: a lambda takes as many of the arguments as it has parameters.
   *
   * @throws ExpressionFailedException if there are too few
   */
  public Object call(Object... arguments) {
    if (arguments.length < least) {
      throw new ExpressionFailedException(name + " takes " + least + " arguments, not " + arguments.length);
    }
    return body.call(arguments.length > most ? Arrays.copyOf(arguments, most) : arguments);
  }

  @Override
  public String toString() {
    return name;
  }
}
