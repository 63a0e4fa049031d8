package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * Attributes that a test gives.
 */
public class EventAttributes {

  @Parameter
  private Object value;

  public Object getValue() {
    return value;
  }
}
