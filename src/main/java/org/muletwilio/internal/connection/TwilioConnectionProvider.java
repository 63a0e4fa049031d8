package org.muletwilio.internal.connection;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.connection.CachedConnectionProvider;
import org.mule.runtime.api.connection.ConnectionValidationResult;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerConfig;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.tcp.TcpClientSocketProperties;

import org.muletwilio.internal.callback.reconciliation.StatusSources;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.TrustedKeys;
import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.connection.http.RequestSender;
import org.muletwilio.internal.connection.http.Time;

import javax.inject.Inject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all connection providers share: one pooled HTTP client for each, and whom to trust with callbacks. */
public abstract class TwilioConnectionProvider
    implements CachedConnectionProvider<TwilioConnection>, Initialisable, Startable, Stoppable, Disposable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TwilioConnectionProvider.class);

  @ParameterGroup(name = "Requests")
  private RequestSettings requests;

  @ParameterGroup(name = "Connections")
  private ConnectionPoolSettings pool;

  @ParameterGroup(name = "Callback signatures")
  private AuthTokenSettings authTokens;

  /** The trust store, and where wanted the key store, protocols and ciphers, for requests to Twilio. Default: Java's. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(tab = "Security", order = 1)
  @DisplayName("TLS configuration")
  @Summary("The trust store, and where wanted the key store, protocols and ciphers, for requests to Twilio. Default: Java's")
  private TlsContextFactory tlsContext;

  /** The HTTP proxy through which Twilio is reached. Default: none. */
  @ParameterGroup(name = "proxy", showInDsl = true)
  @Placement(tab = "Proxy")
  private ProxySettings proxy;

  @RefName
  private String config;

  @Inject
  private HttpService httpService;

  @Inject
  private SchedulerService schedulerService;

  @Inject
  private TrustedKeys trustedKeys;

  @Inject
  private StatusSources statusSources;

  private AccountKeys accountKeys;
  private HttpClient httpClient;
  private Scheduler scheduler;

  @Override
  public final void initialise() throws InitialisationException {
    try {
      requests.check();
      pool.check();
      proxy.check();
      checkCredentials();
      accountKeys = authTokens.toKeys(getAccountSid(), getAuthToken(), getSecret());
    } catch (IllegalArgumentException e) {
      throw new InitialisationException(createStaticMessage("connection of config '" + config + "': " + e.getMessage()), e, this);
    }
    if (tlsContext instanceof Initialisable) {
      ((Initialisable) tlsContext).initialise();
    }
  }

  @Override
  public final void start() {
    trustedKeys.put(config, accountKeys);
    HttpClientConfiguration.Builder client = new HttpClientConfiguration.Builder().setName("twilio-" + config)
        .setTlsContextFactory(tlsContext)
        .setClientSocketProperties(TcpClientSocketProperties.builder()
            .connectionTimeout(requests.getConnectTimeoutMillis()).build());
    proxy.toConfig().ifPresent(client::setProxyConfig);
    httpClient = httpService.getClientFactory().create(pool.applyTo(client).build());
    httpClient.start();
    scheduler = schedulerService.ioScheduler(SchedulerConfig.config().withName("twilio-" + config + "-requests"));
    statusSources.put(config, new StatusFetcher(this::connect));
    if (requests.getAddress().isInClear()) {
      LOGGER.warn("Config '{}' sends its credentials in clear to another machine: baseUri is '{}'. Make it https", config,
                  requests.getAddress());
    }
  }

  @Override
  public final void stop() {
    statusSources.remove(config);
    if (httpClient != null) {
      httpClient.stop();
      httpClient = null;
    }
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
    trustedKeys.remove(config);
  }

  /** Where another part of the application refuses to start, Mule disposes of this one without stopping it. */
  @Override
  public final void dispose() {
    stop();
  }

  @Override
  public final TwilioConnection connect() {
    RequestSender sender = new RequestSender(httpClient, requests.getResponseTimeoutMillis(), requests.getRetryBudgetMillis(),
                                             Time.SYSTEM, scheduler);
    ApiAddress address = requests.getAddress();
    return new TwilioConnection(getAccountSid(), new MuleHttpClient(sender, address, authorization(sender, address),
                                                                    !pool.isLimited(), scheduler), getProbe());
  }

  @Override
  public final void disconnect(TwilioConnection connection) {
    // the HTTP client belongs to the provider
  }

  @Override
  public final ConnectionValidationResult validate(TwilioConnection connection) {
    return connection.validate();
  }

  /**
   * @throws IllegalArgumentException that says which value is wrong, and why, without showing a secret
   */
  abstract void checkCredentials();

  abstract String getAccountSid();

  /** @return the account's auth token, if it is known */
  abstract java.util.Optional<String> getAuthToken();

  /** @return what requests are made with; it stays on this machine and Twilio's */
  abstract String getSecret();

  abstract Authorization authorization(RequestSender sender, ApiAddress address);

  /** @return a cheap request that every holder of such credentials may make */
  abstract ValidationRequest getProbe();
}
