package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** What the connections share that authenticate with something other than the auth token. */
public abstract class KeyConnectionProvider extends TwilioConnectionProvider {

  /**
   * The auth token of the account, with which Twilio signs callbacks; requests are not made with it. Without it and without
   * sharedSigningKeys callbacks can't be checked, and the application only starts with <code>validateSignature="false"</code> in
   * http-callback-config.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 4)
  @DisplayName("Auth token")
  @Summary("The auth token of the account: callbacks' signatures are checked with it. Without it and shared signing keys "
      + "validateSignature must be false")
  private String authToken;

  @Override
  final void checkCredentials() {
    checkKey();
    getAuthToken().ifPresent(token -> Credentials.requireSecret("authToken", token));
  }

  /**
   * @throws IllegalArgumentException that says which value is wrong, and why, without showing a secret
   */
  abstract void checkKey();

  @Override
  final java.util.Optional<String> getAuthToken() {
    return java.util.Optional.ofNullable(authToken);
  }

  @Override
  final ValidationRequest getValidationRequest() {
    return ValidationRequest.PHONE_NUMBER;
  }
}
