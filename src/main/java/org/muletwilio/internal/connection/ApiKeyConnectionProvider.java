package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.BasicAuthorization;
import org.muletwilio.internal.connection.http.RequestSender;

/** Connects with an API key of the account, of any kind: main, standard or restricted. */
@Alias("api-key")
@DisplayName("API key connection")
@Summary("Connects with an API key of the account: a main, standard or restricted one")
public class ApiKeyConnectionProvider extends TwilioConnectionProvider {

  /** The SID of the account, <code>AC…</code>. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Placement(order = 1)
  @DisplayName("Account SID")
  @Summary("The SID of the account, as Twilio's console shows it")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  /** The SID of the API key, <code>SK…</code>. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Placement(order = 2)
  @DisplayName("API key SID")
  @Summary("The SID of the API key, as Twilio's console shows it")
  @Example("SKXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String apiKeySid;

  /** The secret of the API key, which Twilio shows once, when the key is made. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 3)
  @DisplayName("API key secret")
  @Summary("The secret of the API key, which Twilio shows once, when the key is made")
  private String apiKeySecret;

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
  void checkCredentials() {
    Credentials.requireSid("accountSid", "an account", "AC", accountSid);
    Credentials.requireSid("apiKeySid", "an API key", "SK", apiKeySid);
    Credentials.requireSecret("apiKeySecret", apiKeySecret);
    getAuthToken().ifPresent(token -> Credentials.requireSecret("authToken", token));
  }

  @Override
  String getAccountSid() {
    return accountSid;
  }

  @Override
  java.util.Optional<String> getAuthToken() {
    return java.util.Optional.ofNullable(authToken);
  }

  @Override
  String getSecret() {
    return apiKeySecret;
  }

  @Override
  Authorization authorization(RequestSender sender, ApiAddress address) {
    return new BasicAuthorization(apiKeySid, apiKeySecret);
  }

  @Override
  ValidationRequest getProbe() {
    return ValidationRequest.PHONE_NUMBER;
  }
}
