package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * The error that a mocked processor ends with.
 */
public class MockedError {

  @Parameter
  private String typeId;

  public String getTypeId() {
    return typeId;
  }
}
