package org.muletwilio.internal.callback.listener;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;
import org.mule.runtime.http.api.server.ServerCreationException;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;

/**
 * The listeners of the application: the connector's own, one for each local address, open as long as an endpoint needs them, and
 * those of the HTTP connector. One for each application, made by registry-bootstrap.properties.
 */
public class CallbackListeners implements Initialisable, Disposable {

  @Inject
  private HttpService httpService;

  @Inject
  private SchedulerService schedulerService;

  @Inject
  private ConfigurationComponentLocator locator;

  private final Map<ListenAddress, Listener> listeners = new HashMap<>();
  private ClassLoader applicationClassLoader;

  /** Mule initialises the registry's objects with the application's class loader, and configs with the extension's. */
  @Override
  public void initialise() {
    applicationClassLoader = Thread.currentThread().getContextClassLoader();
  }

  @Override
  public synchronized void dispose() {
    listeners.values().forEach(Listener::close);
    listeners.clear();
  }

  /** @return the class loader that flows run with */
  public ClassLoader getApplicationClassLoader() {
    return applicationClassLoader;
  }

  /**
   * @param config whose endpoint wants to be served, for the message
   * @param settings which listener serves it
   * @param path the paths that it serves
   * @param handler serves them
   * @return ends it when closed
   * @throws MuleException if there is no such listener, it can't be opened, or somebody else serves the path
   */
  public synchronized Registration register(String config, ListenerSettings settings, String path, RequestHandler handler)
      throws MuleException {
    Listener listener;
    try {
      listener = settings.getListenerConfig().isPresent() ? shared(settings) : own(settings);
    } catch (MuleException e) {
      throw refused(config, e.getMessage(), e);
    }
    listener.enter();
    try {
      return new Registration(listener, listener.serve(path, handler));
    } catch (RuntimeException e) {
      release(listener);
      throw refused(config, path + " of " + settings + ": " + e.getMessage(), e);
    }
  }

  private Listener shared(ListenerSettings settings) throws MuleException {
    return new Listener(new HttpListenerConfigs(httpService.getServerFactory(), locator)
        .serverOf(settings.getListenerConfig().get()), settings);
  }

  private Listener own(ListenerSettings settings) throws MuleException {
    Listener open = listeners.get(settings.getAddress());
    if (open == null) {
      Listener opened = new Listener(open(settings), settings);
      listeners.put(settings.getAddress(), opened);
      return opened;
    }
    if (!open.getSettings().getTlsContext().equals(settings.getTlsContext())) {
      throw new DefaultMuleException(createStaticMessage("another config listens on " + settings.getAddress()
          + (open.isTls() ? " with another tls:context, or this one has none" : " without tls:context")
          + ". Give both the same global one, or another localPort"));
    }
    return open;
  }

  private synchronized void release(Listener listener) {
    if (listener.leave()) {
      listeners.values().remove(listener);
      listener.close();
    }
  }

  private HttpServer open(ListenerSettings settings) throws MuleException {
    ListenAddress address = settings.getAddress();
    String name = "twilio-callbacks-" + address.getPort();
    HttpServerConfiguration.Builder server = new HttpServerConfiguration.Builder()
        .setName(name).setHost(address.getHost()).setPort(address.getPort())
        .setSchedulerSupplier(() -> schedulerService.ioScheduler(config().withName(name)));
    settings.getTlsContext().ifPresent(server::setTlsContextFactory);
    try {
      return started(httpService.getServerFactory().create(server.build()));
    } catch (IOException | ServerCreationException | RuntimeException e) {
      throw new DefaultMuleException(createStaticMessage("port " + address.getPort() + " on " + address.getHost()
          + " is in use or can't be bound (" + e.getMessage() + "). Give http-callback-config another localPort or host"), e);
    }
  }

  private static HttpServer started(HttpServer server) throws IOException {
    try {
      return server.start();
    } catch (IOException | RuntimeException e) {
      server.dispose();
      throw e;
    }
  }

  private static MuleException refused(String config, String reason, Exception cause) {
    return new DefaultMuleException(createStaticMessage("Config '" + config + "' can't receive Twilio's callbacks: " + reason),
                                    cause);
  }

  /** A path that is served until it is closed. */
  public final class Registration {

    private final Listener listener;
    private final RequestHandlerManager manager;

    private Registration(Listener listener, RequestHandlerManager manager) {
      this.listener = listener;
      this.manager = manager;
    }

    public int getPort() {
      return listener.getPort();
    }

    public boolean isTls() {
      return listener.isTls();
    }

    /** New requests are answered with 503 from now on. */
    public void refuse() {
      manager.stop();
    }

    public void close() {
      manager.dispose();
      release(listener);
    }
  }
}
