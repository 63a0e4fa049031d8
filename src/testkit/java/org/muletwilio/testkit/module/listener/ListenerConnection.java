package org.muletwilio.testkit.module.listener;

import static org.mule.runtime.api.connection.ConnectionValidationResult.success;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.connection.CachedConnectionProvider;
import org.mule.runtime.api.connection.ConnectionValidationResult;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.i18n.I18nMessageFactory;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Lifecycle;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.http.api.HttpConstants.Protocol;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.ServerCreationException;

import java.io.IOException;
import java.util.UUID;
import javax.inject.Inject;

/** {@code http:listener-connection}: where the server listens. */
@Alias("listener")
public class ListenerConnection implements CachedConnectionProvider<HttpServer>, Lifecycle {

  @Parameter
  @Optional(defaultValue = "HTTP")
  @Expression(NOT_SUPPORTED)
  private Protocol protocol;

  @Parameter
  @Expression(NOT_SUPPORTED)
  private String host;

  @Parameter
  @Expression(NOT_SUPPORTED)
  private int port;

  /** Taken and not used: where a connection is kept, Mule 4.1.1's HTTP service fills the log once the server stops. */
  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  private boolean usePersistentConnections;

  @Parameter
  @Optional(defaultValue = "30000")
  @Expression(NOT_SUPPORTED)
  private int connectionIdleTimeout;

  /** Mule 4.1.1's HTTP service has none of its own. */
  @Parameter
  @Optional(defaultValue = "30000")
  @Expression(NOT_SUPPORTED)
  private long readTimeout;

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private TlsContextFactory tlsContext;

  @RefName
  private String name;

  @Inject
  private HttpService httpService;

  @Inject
  private SchedulerService schedulerService;

  private HttpServer server;

  @Override
  public void initialise() throws InitialisationException {
    if (protocol == Protocol.HTTPS == (tlsContext == null)) {
      throw new InitialisationException(I18nMessageFactory.createStaticMessage("http:listener-config '%s': protocol HTTPS and "
          + "tls:context go together", name), this);
    }
    if (tlsContext instanceof Initialisable initialisable) {
      initialisable.initialise();
    }
    try {
      server = httpService.getServerFactory().create(new HttpServerConfiguration.Builder().setName(name).setHost(host)
          .setPort(port).setTlsContextFactory(tlsContext).setUsePersistentConnections(false)
          .setConnectionIdleTimeout(connectionIdleTimeout).setSchedulerSupplier(schedulerService::ioScheduler).build());
    } catch (ServerCreationException e) {
      throw new InitialisationException(e, this);
    }
  }

  @Override
  public void start() throws MuleException {
    try {
      server.start();
      // Mule 4.1.1's HTTP service leaves requests without an answer while a server has no handler at all
      server.addRequestHandler("/" + UUID.randomUUID(), (request, answer) -> new PendingAnswer(answer).notFound()).start();
    } catch (IOException e) {
      throw new DefaultMuleException(I18nMessageFactory.createStaticMessage("http:listener-config '%s' can't listen on %s:%s: %s",
                                                                            name, host, port, e.getMessage()), e);
    }
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void dispose() {
    if (server != null) {
      server.dispose();
    }
  }

  @Override
  public HttpServer connect() {
    return server;
  }

  @Override
  public void disconnect(HttpServer connection) {
    // the listeners of a config share one server
  }

  @Override
  public ConnectionValidationResult validate(HttpServer connection) {
    return success();
  }
}
