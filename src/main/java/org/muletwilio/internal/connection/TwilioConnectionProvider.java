package org.muletwilio.internal.connection;

import static java.util.Collections.singletonList;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.connection.CachedConnectionProvider;
import org.mule.runtime.api.connection.ConnectionValidationResult;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.internal.callback.AuthToken;
import org.muletwilio.internal.callback.StatusSources;
import org.muletwilio.internal.callback.TrustedAuthTokens;

import com.twilio.http.TwilioRestClient;
import javax.inject.Inject;

/** Connects with the account's SID and auth token. */
@Alias("connection")
@DisplayName("Auth token connection")
@Summary("Connects with the account's SID and auth token")
public class TwilioConnectionProvider implements CachedConnectionProvider<TwilioConnection>, Initialisable, Startable, Stoppable {

  /** The SID of the account, <code>AC…</code>. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Placement(order = 1)
  @DisplayName("Account SID")
  @Summary("The SID of the account, as Twilio's console shows it")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  /** The auth token of the account. Requests are made and callbacks' signatures are checked with it. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 2)
  @DisplayName("Auth token")
  @Summary("The auth token of the account: requests are made and callbacks' signatures are checked with it")
  private String authToken;

  @ParameterGroup(name = "Requests")
  private RequestSettings requests;

  @RefName
  private String config;

  @Inject
  private HttpService httpService;

  @Inject
  private TrustedAuthTokens trustedAuthTokens;

  @Inject
  private StatusSources statusSources;

  private HttpClient httpClient;

  @Override
  public void initialise() throws InitialisationException {
    try {
      requests.check();
      if (!accountSid.startsWith("AC")) {
        throw new IllegalArgumentException("accountSid is '" + accountSid + "': the SID of an account starts with AC");
      }
      if (authToken.isEmpty()) {
        throw new IllegalArgumentException("authToken is empty");
      }
    } catch (IllegalArgumentException e) {
      throw new InitialisationException(createStaticMessage("connection of config '" + config + "': " + e.getMessage()), e, this);
    }
  }

  @Override
  public void start() {
    trustedAuthTokens.put(config, singletonList(new AuthToken(authToken)));
    httpClient = httpService.getClientFactory().create(requests.toClientConfiguration("twilio-" + config));
    httpClient.start();
    statusSources.put(config, new FetchedStatuses(this::connect));
  }

  @Override
  public void stop() {
    statusSources.remove(config);
    if (httpClient != null) {
      httpClient.stop();
      httpClient = null;
    }
    trustedAuthTokens.remove(config);
  }

  @Override
  public TwilioConnection connect() {
    return new TwilioConnection(new TwilioRestClient.Builder(accountSid, authToken)
        .accountSid(accountSid)
        .httpClient(new MuleHttpClient(httpClient, requests.getBaseUri(), requests.getResponseTimeoutMillis()))
        .build());
  }

  @Override
  public void disconnect(TwilioConnection connection) {
    // the HTTP client belongs to the provider
  }

  @Override
  public ConnectionValidationResult validate(TwilioConnection connection) {
    return connection.validate();
  }
}
