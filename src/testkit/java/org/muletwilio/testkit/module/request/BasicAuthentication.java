package org.muletwilio.testkit.module.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.Password;

import java.util.Base64;
import java.util.Optional;

/** {@code http:basic-authentication}: a user and a password, sent with each request. */
public class BasicAuthentication implements RequestAuthentication {

  @Parameter
  private String username;

  @Parameter
  @Password
  private String password;

  /** It is always sent at once. */
  @Parameter
  @org.mule.runtime.extension.api.annotation.param.Optional(defaultValue = "true")
  private boolean preemptive;

  @Override
  public Optional<String> authorization() {
    return Optional.of("Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8)));
  }
}
