package org.muletwilio.internal.callback.listener;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.ServerCreationException;

import org.muletwilio.internal.callback.lifecycle.StartedParts;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens the connector's own servers. They have no scheduler: handlers run on the HTTP service's selector threads, as they do on
 * Mule 4.3 and later in any case. With a scheduler, the HTTP services of Mule 4.1 forget it when the server stops, and spin for
 * ever when a connection that is still open sends something or ends.
 */
final class OwnListenerOpener {

  /** For one second: Java frees the port of a server that was closed when a selector looks again, a moment later. */
  private static final int MOST_ATTEMPTS = 21;
  private static final long PAUSE_MILLIS = 50;

  private final HttpServerFactory servers;
  private final HttpListenerConfigs listenerConfigs;

  OwnListenerOpener(HttpServerFactory servers, HttpListenerConfigs listenerConfigs) {
    this.servers = servers;
    this.listenerConfigs = listenerConfigs;
  }

  /**
   * @param settings those of an own listener
   * @return the listener, which is open
   * @throws MuleException if it can't be opened, saying why and what to do
   */
  Listener open(ListenerSettings settings) throws MuleException {
    ListenAddress address = settings.getAddress();
    HttpServerConfiguration.Builder server = new HttpServerConfiguration.Builder()
        .setName("twilio-callbacks-" + address.getPort()).setHost(address.getHost()).setPort(address.getPort());
    settings.getTlsContext().ifPresent(server::setTlsContextFactory);
    for (int attempt = 1;; attempt++) {
      try {
        return new Listener(started(servers.create(server.build())), settings);
      } catch (IOException | ServerCreationException | RuntimeException e) {
        if (attempt == MOST_ATTEMPTS || !isInUse(e) || listenerConfigs.onPort(address.getPort()).isPresent() || !pause()) {
          throw refused(address, e);
        }
      }
    }
  }

  private static boolean isInUse(Throwable failure) {
    return failure instanceof BindException || failure.getCause() != null && isInUse(failure.getCause());
  }

  /** @return whether the time is over; false where the thread is interrupted */
  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private MuleException refused(ListenAddress address, Exception failure) {
    Optional<String> listenerConfig = listenerConfigs.onPort(address.getPort());
    if (listenerConfig.isPresent()) {
      return new DefaultMuleException(createStaticMessage("port " + address.getPort() + " is that of the HTTP listener config '"
          + listenerConfig.get() + "'. Write listenerConfig=\"" + listenerConfig.get() + "\" in http-callback-config instead of "
          + "host and localPort to receive callbacks through it, or give another localPort"));
    }
    return new DefaultMuleException(createStaticMessage("port " + address.getPort() + " on " + address.getHost()
        + " is in use or can't be bound (" + failure.getMessage() + "). Give http-callback-config another localPort or host"),
                                    failure);
  }

  private static HttpServer started(HttpServer server) throws IOException {
    try (StartedParts parts = new StartedParts()) {
      return parts.ownedBy(parts.add(server, HttpServer::dispose).start());
    }
  }
}
