package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.value.ExpressionFailedException;

import java.util.Map;
import java.util.function.Supplier;

/** The values of the names that an expression can use. */
public final class Environment {

  private final Environment outer;
  private final Globals globals;
  private final Map<String, Object> values;

  private Environment(Environment outer, Globals globals, Map<String, Object> values) {
    this.outer = outer;
    this.globals = globals;
    this.values = values;
  }

  public static Environment of(Globals globals) {
    return new Environment(null, globals, Map.of());
  }

  public Globals globals() {
    return globals;
  }

  /** @return an environment in this one, with names of its own */
  public Environment with(Map<String, Object> more) {
    return new Environment(this, globals, more);
  }

  /** @return the value of a name that the parser has found to be defined */
  public Object get(String name) {
    if (!values.containsKey(name)) {
      return outer.get(name);
    }
    Object value = values.get(name);
    return value instanceof Lazy lazy ? lazy.value() : value;
  }

  /** A value that is evaluated when it is first needed. */
  public static final class Lazy {

    private Supplier<Object> supplier;
    private boolean evaluating;
    private Object value;

  public   Lazy(Supplier<Object> supplier) {
      this.supplier = supplier;
    }

  public   synchronized Object value() {
      if (supplier != null) {
        if (evaluating) {
          throw new ExpressionFailedException("A variable needs its own value");
        }
        evaluating = true;
        value = supplier.get();
        supplier = null;
      }
      return value;
    }
  }
}
