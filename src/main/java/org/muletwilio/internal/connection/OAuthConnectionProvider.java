package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

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
import org.muletwilio.internal.connection.oauth.AccessTokenRequest;
import org.muletwilio.internal.connection.oauth.BearerAuthorization;

/** Connects with the client credentials of an OAuth app of the account. */
@Alias("oauth")
@DisplayName("OAuth connection")
@Summary("Connects with the client id and secret of an OAuth app of the account")
public class OAuthConnectionProvider extends KeyConnectionProvider {

  /** The client id of the OAuth app, <code>OQ…</code>. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Placement(order = 2)
  @DisplayName("Client id")
  @Summary("The client id of the OAuth app, as Twilio's console shows it")
  @Example("OQXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String clientId;

  /** The client secret of the OAuth app, which Twilio shows once, when the app is made. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 3)
  @DisplayName("Client secret")
  @Summary("The client secret of the OAuth app, which Twilio shows once, when the app is made")
  private String clientSecret;

  /**
   * Where access tokens are asked for. Default: <code>https://oauth.twilio.com/v2/token</code>, or <code>/v2/token</code> at
   * baseUri where that is not Twilio's.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 11)
  @DisplayName("Token URI")
  @Summary("Where access tokens are asked for. Default: https://oauth.twilio.com/v2/token, or /v2/token at a baseUri that isn't "
      + "Twilio's")
  @Example("https://oauth.twilio.com/v2/token")
  private String tokenUri;

  @Override
  void checkKey() {
    Credentials.requireSecret("clientId", clientId);
    Credentials.requireSecret("clientSecret", clientSecret);
    if (tokenUri != null) {
      ApiAddress.requireHttp("tokenUri", tokenUri);
    }
  }

  @Override
  String getSecret() {
    return clientSecret;
  }

  @Override
  Authorization authorization(RequestRuntime runtime, ApiAddress address) {
    return new BearerAuthorization(new AccessTokenRequest(
        runtime.getSender(), tokenUri == null ? address.getTokenUri() : tokenUri, clientId, clientSecret),
                                   runtime.getExecutor()::millis);
  }
}
