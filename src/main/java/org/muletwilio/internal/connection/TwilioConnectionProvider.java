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
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.tcp.TcpClientSocketProperties;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.reconciliation.StatusSources;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.TrustedKeys;
import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.Authorization;
import org.muletwilio.internal.connection.http.FileClient;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.error.Problems;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What all connection providers share: one pooled HTTP client for each, and whom to trust with callbacks. */
public abstract class TwilioConnectionProvider
    implements CachedConnectionProvider<TwilioConnection>, Initialisable, Startable, Stoppable, Disposable {

  private static final SafeLogger LOGGER = SafeLogger.of(TwilioConnectionProvider.class);

  /** Holds most answers of Twilio whole, so that the client's threads needn't wait until it is read. */
  private static final int RESPONSE_BUFFER_BYTES = 64 * 1024;

  /** The SID of the account, <code>AC…</code>. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Placement(order = 1)
  @DisplayName("Account SID")
  @Summary("The SID of the account, as Twilio's console shows it")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

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

  @Inject @jakarta.inject.Inject
  private HttpService httpService;

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulerService;

  @Inject @jakarta.inject.Inject
  private TrustedKeys trustedKeys;

  @Inject @jakarta.inject.Inject
  private StatusSources statusSources;

  private final ObjectMapper mapper = TolerantMapper.create();
  private AccountKeys accountKeys;
  private final AtomicBoolean valid = new AtomicBoolean(true);
  private volatile RequestRuntime runtime;
  private MuleHttpClient client;
  private FileClient files;

  @Override
  public final void initialise() throws InitialisationException {
    Problems problems = new Problems();
    problems.run(requests::check);
    problems.run(pool::check);
    problems.run(proxy::check);
    problems.run(() -> Credentials.requireSid("accountSid", "an account", "AC", accountSid));
    if (problems.run(this::checkCredentials)) {
      accountKeys = problems.check(() -> authTokens.toKeys(getAccountSid(), getAuthToken(), getSecret()))
          .orElse(AccountKeys.NONE);
    }
    try {
      problems.end();
    } catch (IllegalArgumentException e) {
      throw new InitialisationException(createStaticMessage("connection of config '" + config + "': " + e.getMessage()), e, this);
    }
    if (tlsContext instanceof Initialisable) {
      ((Initialisable) tlsContext).initialise();
    }
  }

  @Override
  public final void start() {
    ApiAddress address = requests.getAddress();
    try (StartedParts parts = new StartedParts()) {
      parts.add(this, TwilioConnectionProvider::stop);
      trustedKeys.put(config, accountKeys);
      RequestRuntime started = new RequestRuntime("twilio-" + config, httpService, schedulerService, this::clientConfiguration,
          requests, pool.getMaxConnections());
      runtime = started;
      Authorization authorization = authorization(started, address);
      client = new MuleHttpClient(started.getSender(), address, authorization, started.getExecutor());
      files = new FileClient(started.getFiles(), address, authorization, started.getExecutor(),
          requests.getResponseTimeoutMillis());
      statusSources.put(config, new StatusFetcher(connect()));
      parts.ownedBy(this);
    }
    if (address.isInClear()) {
      LOGGER.warn("Config '{}' sends its credentials unencrypted to another machine: baseUri is '{}'. Use https",
          config, address);
    }
  }

  @Override
  public final void stop() {
    RequestRuntime running = runtime;
    runtime = null;
    StopSteps.takeAll(() -> statusSources.remove(config),
        () -> java.util.Optional.ofNullable(running).ifPresent(RequestRuntime::close), () -> trustedKeys.remove(config));
  }

  /** Where another part of the application refuses to start, Mule disposes of this one without stopping it. */
  @Override
  public final void dispose() {
    stop();
  }

  @Override
  public final TwilioConnection connect() {
    return new TwilioConnection(accountSid, client, files, mapper, getValidationRequest());
  }

  @Override
  public final void disconnect(TwilioConnection connection) {
    // the HTTP client belongs to the provider
  }

  /** Mule tells nobody why a connection is not valid, and starts the application all the same: a line in the log does. */
  @Override
  public final ConnectionValidationResult validate(TwilioConnection connection) {
    ConnectionValidationResult result = connection.validate();
    boolean wasValid = valid.getAndSet(result.isValid());
    if (wasValid && !result.isValid() && runtime != null) {
      LOGGER.warn("Config '{}' can't use its connection, and its operations fail until it can: {}", config, result.getMessage());
    }
    return result;
  }

  /** @throws IllegalArgumentException that says which value is wrong, and why, without showing a secret */
  abstract void checkCredentials();

  /** @return the account's auth token, if it is known */
  abstract java.util.Optional<String> getAuthToken();

  /** @return what requests are made with; it stays on this machine and Twilio's */
  abstract String getSecret();

  abstract Authorization authorization(RequestRuntime runtime, ApiAddress address);

  /** @return a cheap request that every holder of such credentials may make */
  abstract ValidationRequest getValidationRequest();

  final String getAccountSid() {
    return accountSid;
  }

  /**
   * Connections are limited by the sender and not by the client, which refuses a request where its last connection is about to be
   * free. Answers arrive as a stream, so that one of any size takes no more memory than is allowed.
   */
  private HttpClientConfiguration clientConfiguration(String name) {
    HttpClientConfiguration.Builder builder = new HttpClientConfiguration.Builder().setName(name)
        .setTlsContextFactory(tlsContext)
        .setClientSocketProperties(TcpClientSocketProperties.builder()
            .connectionTimeout(requests.getConnectTimeoutMillis()).build())
        .setConnectionIdleTimeout(pool.getConnectionIdleTimeoutMillis())
        .setStreaming(true)
        .setResponseBufferSize(RESPONSE_BUFFER_BYTES);
    proxy.toConfig().ifPresent(builder::setProxyConfig);
    return builder.build();
  }
}
