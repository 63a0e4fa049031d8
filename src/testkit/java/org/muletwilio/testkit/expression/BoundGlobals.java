package org.muletwilio.testkit.expression;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionFunction;
import org.mule.runtime.api.el.ExpressionModule;
import org.mule.runtime.api.metadata.FunctionParameter;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.function.EvaluationContext;
import org.muletwilio.testkit.expression.evaluation.Globals;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.JavaCoercion;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Optional;

/** What Mule and extensions bind: variables of the event, functions such as {@code p}, and those of namespaces. */
final class BoundGlobals implements Globals {

  private static final String MULE = "Mule";

  private final BindingContext bindings;
  private final EvaluationContext context;

  BoundGlobals(BindingContext bindings, EvaluationContext context) {
    this.bindings = bindings;
    this.context = context;
  }

  @Override
  public boolean hasVariable(String name) {
    return bindings.lookup(name).isPresent();
  }

  @Override
  public Object variable(String name) {
    TypedValue<?> value = bindings.lookup(name).orElseThrow();
    return value.getValue() instanceof ExpressionFunction function ? called(name, function) : value;
  }

  @Override
  public Optional<FunctionValue> function(String namespace, String name) {
    Optional<TypedValue> bound = namespace.isEmpty() || namespace.equals(MULE) ? bindings.lookup(name) : Optional.empty();
    if (bound.isEmpty()) {
      bound = bindings.modules().stream().filter(module -> isNamed(module, namespace)).findFirst()
          .flatMap(module -> module.lookup(name));
    }
    Object value = bound.map(Values::plain).orElse(null);
    if (value instanceof FunctionValue function) {
      return Optional.of(function);
    }
    return value instanceof ExpressionFunction function ? Optional.of(called(name, function)) : Optional.empty();
  }

  @Override
  public EvaluationContext context() {
    return context;
  }

  private static boolean isNamed(ExpressionModule module, String namespace) {
    return module.namespace().toString().equals(namespace);
  }

  private FunctionValue called(String name, ExpressionFunction function) {
    List<FunctionParameter> parameters = function.parameters();
    int least = (int) parameters.stream().filter(parameter -> parameter.getDefaultValueResolver() == null).count();
    return new FunctionValue(name, Math.min(least, parameters.size()), parameters.size(),
                             arguments -> function.call(java(arguments, parameters), bindings));
  }

  /** What is left out has the value that its parameter names. */
  private Object[] java(Object[] arguments, List<FunctionParameter> parameters) {
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      FunctionParameter.DefaultValueResolver otherwise = parameters.get(i).getDefaultValueResolver();
      values[i] = i < arguments.length ? JavaCoercion.toJava(Content.bare(arguments[i]))
          : otherwise == null ? null : otherwise.getDefaultValue(bindings);
    }
    return values;
  }
}
