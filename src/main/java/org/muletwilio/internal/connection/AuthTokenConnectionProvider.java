package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.BasicAuthorization;

import java.util.Optional;

/** Connects with the account's SID and auth token. */
@Alias("connection")
@DisplayName("Auth token connection")
@Summary("Connects with the account's SID and auth token")
public class AuthTokenConnectionProvider extends TwilioConnectionProvider {

  /** The auth token of the account. Requests are made and callbacks' signatures are checked with it. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 2)
  @DisplayName("Auth token")
  @Summary("The auth token of the account: requests are made and callbacks' signatures are checked with it")
  private String authToken;

  @Override
  void checkCredentials() {
    Credentials.requireSecret("authToken", authToken);
  }

  @Override
  Optional<String> getAuthToken() {
    return Optional.of(authToken);
  }

  @Override
  String getSecret() {
    return authToken;
  }

  @Override
  Authorization authorization(RequestRuntime runtime, ApiAddress address) {
    return new BasicAuthorization(getAccountSid(), authToken);
  }

  @Override
  ValidationRequest getValidationRequest() {
    return ValidationRequest.ACCOUNT;
  }
}
