package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * A flow to run.
 */
public class FlowCall {

  @Parameter
  private String flow;

  public String getFlow() {
    return flow;
  }
}
