package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * An attribute of the processor that is meant.
 */
public class WithAttribute {

  @Parameter
  private String attributeName;

  @Parameter
  private String whereValue;

  public String getAttributeName() {
    return attributeName;
  }

  public String getWhereValue() {
    return whereValue;
  }
}
