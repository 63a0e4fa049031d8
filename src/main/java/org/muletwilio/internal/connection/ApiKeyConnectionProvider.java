package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.BasicAuthorization;

/** Connects with an API key of the account, of any kind: main, standard or restricted. */
@Alias("api-key")
@DisplayName("API key connection")
@Summary("Connects with an API key of the account: a main, standard or restricted one")
public class ApiKeyConnectionProvider extends KeyConnectionProvider {

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

  @Override
  void checkKey() {
    Credentials.requireSid("apiKeySid", "an API key", "SK", apiKeySid);
    Credentials.requireSecret("apiKeySecret", apiKeySecret);
  }

  @Override
  String getSecret() {
    return apiKeySecret;
  }

  @Override
  Authorization authorization(RequestRuntime runtime, ApiAddress address) {
    return new BasicAuthorization(apiKeySid, apiKeySecret);
  }
}
