package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A variable that a test gives.
 */
public class Variable extends EventValue {

  @Parameter
  private String key;

  public String getKey() {
    return key;
  }

  /** @return values by names; of variables with the same name the last one */
  public static Map<String, TypedValue<?>> values(List<Variable> variables) {
    Map<String, TypedValue<?>> values = new LinkedHashMap<>();
    variables.forEach(variable -> values.put(variable.key, variable.typedValue()));
    return values;
  }
}
