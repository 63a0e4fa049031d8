package org.muletwilio.internal.callback;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;

/**
 * The listeners of the application, one for each local address, open as long as an endpoint needs them. One for each application,
 * made by registry-bootstrap.properties.
 */
public class CallbackListeners implements Initialisable, Disposable {

  private static final Collection<String> METHODS = Arrays.asList("POST", "GET");

  @Inject
  private HttpService httpService;

  @Inject
  private SchedulerService schedulerService;

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
  ClassLoader getApplicationClassLoader() {
    return applicationClassLoader;
  }

  /**
   * @param config whose endpoint wants to be served, for the message
   * @param address where it listens
   * @param path the paths that it serves
   * @param handler serves them
   * @return ends it when closed
   * @throws MuleException if the address can't be listened on, or somebody else serves the path
   */
  synchronized Registration register(String config, ListenAddress address, String path, RequestHandler handler)
      throws MuleException {
    Listener listener = listeners.get(address);
    if (listener == null) {
      listener = open(config, address);
      listeners.put(address, listener);
    }
    listener.users++;
    try {
      RequestHandlerManager manager = listener.server.addRequestHandler(METHODS, path, handler);
      manager.start();
      return new Registration(address, manager);
    } catch (RuntimeException e) {
      release(address);
      throw new DefaultMuleException(createStaticMessage("Config '" + config + "' can't receive Twilio's callbacks at " + path
          + " of " + address + ": " + e.getMessage()), e);
    }
  }

  private synchronized void release(ListenAddress address) {
    Listener listener = listeners.get(address);
    if (listener != null && --listener.users == 0) {
      listeners.remove(address);
      listener.close();
    }
  }

  private Listener open(String config, ListenAddress address) throws MuleException {
    String name = "twilio-callbacks-" + address.getPort();
    try {
      HttpServer server = httpService.getServerFactory().create(new HttpServerConfiguration.Builder()
          .setName(name).setHost(address.getHost()).setPort(address.getPort())
          .setSchedulerSupplier(() -> schedulerService.ioScheduler(config().withName(name)))
          .build());
      try {
        server.start();
      } catch (IOException | RuntimeException e) {
        server.dispose();
        throw e;
      }
      return new Listener(server);
    } catch (IOException | ServerCreationException | RuntimeException e) {
      throw new DefaultMuleException(createStaticMessage("Config '" + config + "' can't receive Twilio's callbacks: port "
          + address.getPort() + " on " + address.getHost() + " is in use or can't be bound (" + e.getMessage()
          + "). Give http-callback-config another localPort or host"), e);
    }
  }

  /** A path that is served until it is closed. */
  final class Registration {

    private final ListenAddress address;
    private final RequestHandlerManager manager;

    private Registration(ListenAddress address, RequestHandlerManager manager) {
      this.address = address;
      this.manager = manager;
    }

    void close() {
      manager.stop();
      manager.dispose();
      release(address);
    }
  }

  /** A server and how many paths it serves. */
  private static final class Listener {

    private final HttpServer server;
    private int users;

    private Listener(HttpServer server) {
      this.server = server;
    }

    private void close() {
      server.stop();
      server.dispose();
    }
  }
}
