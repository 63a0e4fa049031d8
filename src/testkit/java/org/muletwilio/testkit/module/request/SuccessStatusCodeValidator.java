package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/** {@code http:success-status-code-validator}: the statuses that are a success. */
public class SuccessStatusCodeValidator implements ResponseValidator {

  @Parameter
  private String values;

  public String getValues() {
    return values;
  }

  @Override
  public boolean accepts(int status) {
    return StatusCodes.contain(values, status);
  }
}
