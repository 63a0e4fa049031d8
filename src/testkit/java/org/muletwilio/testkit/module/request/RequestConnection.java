package org.muletwilio.testkit.module.request;

import static org.mule.runtime.api.connection.ConnectionValidationResult.success;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.connection.CachedConnectionProvider;
import org.mule.runtime.api.connection.ConnectionValidationResult;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.http.api.HttpConstants.Protocol;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;

import javax.inject.Inject;

/** {@code http:request-connection}: the server that requests go to. */
@Alias("request")
public class RequestConnection implements CachedConnectionProvider<RequestClient>, Initialisable, Startable, Stoppable {

  @Parameter
  @Optional(defaultValue = "HTTP")
  @Expression(NOT_SUPPORTED)
  private Protocol protocol;

  @Parameter
  @Optional
  private String host;

  @Parameter
  @Optional
  private Integer port;

  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  private boolean usePersistentConnections;

  @Parameter
  @Optional(defaultValue = "-1")
  @Expression(NOT_SUPPORTED)
  private int maxConnections;

  @Parameter
  @Optional(defaultValue = "30000")
  @Expression(NOT_SUPPORTED)
  private int connectionIdleTimeout;

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private TlsContextFactory tlsContext;

  @Parameter
  @Optional
  private RequestAuthentication authentication;

  @RefName
  private String name;

  @Inject
  private HttpService httpService;

  private HttpClient client;

  @Override
  public void initialise() throws InitialisationException {
    if (tlsContext instanceof Initialisable initialisable) {
      initialisable.initialise();
    }
    client = httpService.getClientFactory().create(new HttpClientConfiguration.Builder().setName("http-request-" + name)
        .setTlsContextFactory(tlsContext).setUsePersistentConnections(usePersistentConnections).setMaxConnections(maxConnections)
        .setConnectionIdleTimeout(connectionIdleTimeout).build());
  }

  @Override
  public void start() {
    client.start();
  }

  @Override
  public void stop() {
    client.stop();
  }

  @Override
  public RequestClient connect() {
    String server = host == null ? null
        : protocol.getScheme() + "://" + host + ":" + (port == null ? protocol.getDefaultPort() : port);
    return new RequestClient(client, java.util.Optional.ofNullable(server), java.util.Optional.ofNullable(authentication));
  }

  @Override
  public void disconnect(RequestClient connection) {
    // the client is stopped with the config
  }

  @Override
  public ConnectionValidationResult validate(RequestClient connection) {
    return success();
  }
}
