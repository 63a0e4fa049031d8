package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/** {@code http:failure-status-code-validator}: the statuses that fail a request. */
public class FailureStatusCodeValidator implements ResponseValidator {

  @Parameter
  private String values;

  public String getValues() {
    return values;
  }

  @Override
  public boolean accepts(int status) {
    return !StatusCodes.contain(values, status);
  }
}
