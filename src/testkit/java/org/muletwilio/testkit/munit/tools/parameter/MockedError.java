package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * The error that a mocked processor ends with: its type, or its cause.
 */
public class MockedError {

  @Parameter
  @Optional
  private String typeId;

  @Parameter
  @Optional
  @ParameterDsl(allowReferences = false)
  private Object cause;

  public String getTypeId() {
    return typeId;
  }

  public Object getCause() {
    return cause;
  }
}
