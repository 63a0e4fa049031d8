package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.util.List;

/**
 * What a mocked processor returns.
 */
public class MockedReturn {

  @Parameter
  @Optional
  private EventPayload payload;

  @Parameter
  @Optional
  private EventAttributes attributes;

  @Parameter
  @Optional
  @NullSafe
  private List<Variable> variables;

  @Parameter
  @Optional
  private MockedError error;

  public EventPayload getPayload() {
    return payload;
  }

  public EventAttributes getAttributes() {
    return attributes;
  }

  public List<Variable> getVariables() {
    return variables;
  }

  public MockedError getError() {
    return error;
  }
}
