package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.param.Parameter;

/** {@code http:default-header}: a header of each request of a config. */
public class DefaultHeader {

  @Parameter
  private String key;

  @Parameter
  private String value;

  public String getKey() {
    return key;
  }

  public String getValue() {
    return value;
  }
}
