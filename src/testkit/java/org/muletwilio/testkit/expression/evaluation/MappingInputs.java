package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.function.EvaluationContext;
import org.muletwilio.testkit.expression.value.FunctionValue;

import java.util.Map;
import java.util.Optional;

/**
 * What a file with a script sees when it is called by {@code main}: its inputs, and nothing of the event.
 *
 * @param inputs by their names, such as payload
 * @param around functions and files
 */
public record MappingInputs(Map<String, Object> inputs, Globals around) implements Globals {

  @Override
  public boolean hasVariable(String name) {
    return inputs.containsKey(name);
  }

  @Override
  public Object variable(String name) {
    return inputs.get(name);
  }

  @Override
  public Optional<FunctionValue> function(String namespace, String name) {
    return around.function(namespace, name);
  }

  @Override
  public EvaluationContext context() {
    return around.context();
  }
}
