package org.muletwilio.testkit.listener;

import static java.util.List.of;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Configuration;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import java.io.IOException;
import javax.inject.Inject;

/**
 * A named server as the HTTP connector makes it: created and started with the config, so that others find it by the name. Answers
 * GET /own with the config's name.
 */
@Configuration(name = "listener-config")
@Operations(ListenerConfig.None.class)
public class ListenerConfig implements Initialisable, Startable, Stoppable, Disposable {

  @Parameter
  @Expression(NOT_SUPPORTED)
  private int port;

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private TlsContextFactory tlsContext;

  @RefName
  private String name;

  @Inject
  private HttpService httpService;

  private HttpServer server;

  @Override
  public void initialise() throws InitialisationException {
    if (tlsContext instanceof Initialisable initialisable) {
      initialisable.initialise();
    }
    try {
      server = httpService.getServerFactory().create(new HttpServerConfiguration.Builder().setName(name).setHost("127.0.0.1")
          .setPort(port).setTlsContextFactory(tlsContext).build());
    } catch (Exception e) {
      throw new InitialisationException(e, this);
    }
  }

  @Override
  public void start() throws MuleException {
    try {
      server.start();
    } catch (IOException e) {
      throw new DefaultMuleException(e);
    }
    server.addRequestHandler(of("GET"), "/own", (request, callback) -> callback.responseReady(
        HttpResponse.builder().statusCode(200).entity(new ByteArrayHttpEntity(name.getBytes())).build(), new Ignored())).start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void dispose() {
    server.dispose();
  }

  /** An extension needs a component that uses its config. */
  public static class None {

    public void nothing(@org.mule.runtime.extension.api.annotation.param.Config ListenerConfig config) {
      // nothing
    }
  }

  /** Nobody waits for the end of an answer. */
  private static final class Ignored implements ResponseStatusCallback {

    @Override
    public void responseSendFailure(Throwable failure) {
      // the client is gone
    }

    @Override
    public void responseSendSuccessfully() {
      // as it should be
    }
  }
}
