package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * An attribute of the processor that is meant.
 */
public class WithAttribute {

  @Parameter
  private String attributeName;

  /** The attribute's value, or a matcher. */
  @Parameter
  @ParameterDsl(allowReferences = false)
  private Object whereValue;

  public String getAttributeName() {
    return attributeName;
  }

  public Object getWhereValue() {
    return whereValue;
  }
}
