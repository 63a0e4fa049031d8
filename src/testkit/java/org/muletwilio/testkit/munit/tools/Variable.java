package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * A variable that a mocked processor sets.
 */
public class Variable {

  @Parameter
  private String key;

  @Parameter
  private Object value;

  public String getKey() {
    return key;
  }

  public Object getValue() {
    return value;
  }
}
