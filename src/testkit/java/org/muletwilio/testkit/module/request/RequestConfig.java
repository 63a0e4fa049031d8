package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.Configuration;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.connectivity.ConnectionProviders;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.util.List;

/** {@code http:request-config}: what requests to one server have in common. */
@Configuration(name = "requestConfig")
@ConnectionProviders(RequestConnection.class)
@Operations(RequestOperations.class)
public class RequestConfig {

  @Parameter
  @Optional(defaultValue = "/")
  private String basePath;

  @Parameter
  @Optional(defaultValue = "true")
  private boolean followRedirects;

  /** Milliseconds. */
  @Parameter
  @Optional(defaultValue = "10000")
  private int responseTimeout;

  @Parameter
  @Optional
  @NullSafe
  private List<DefaultHeader> defaultHeaders;

  String basePath() {
    return basePath;
  }

  boolean followRedirects() {
    return followRedirects;
  }

  int responseTimeout() {
    return responseTimeout;
  }

  List<DefaultHeader> defaultHeaders() {
    return defaultHeaders;
  }
}
