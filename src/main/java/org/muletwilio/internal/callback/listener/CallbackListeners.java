package org.muletwilio.internal.callback.listener;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.server.HttpServerFactory;

import org.muletwilio.internal.callback.lifecycle.Lease;
import org.muletwilio.internal.callback.lifecycle.SharedResources;

import javax.inject.Inject;

/**
 * The listeners of the application: the connector's own, one for each local address, open as long as an endpoint needs them, and
 * those of the HTTP connector. One for each application, made by registry-bootstrap.properties.
 */
public class CallbackListeners implements Initialisable, Disposable {

  @Inject @jakarta.inject.Inject
  private HttpService httpService;

  @Inject @jakarta.inject.Inject
  private ConfigurationComponentLocator locator;

  private final SharedResources<ListenAddress, Listener> own = new SharedResources<>("the application", Listener::close);
  private ClassLoader applicationClassLoader;

  /** Mule initialises the registry's objects with the application's class loader, and configs with the extension's. */
  @Override
  public void initialise() {
    applicationClassLoader = Thread.currentThread().getContextClassLoader();
  }

  @Override
  public void dispose() {
    own.close();
  }

  /** @return the class loader that flows run with */
  public ClassLoader getApplicationClassLoader() {
    return applicationClassLoader;
  }

  /**
   * @param config whose endpoint wants to be served, for the message
   * @param settings which listener serves it
   * @return a place at the listener, which is open; it has to be closed
   * @throws MuleException if there is no such listener, or it can't be opened
   */
  public Registration register(String config, ListenerSettings settings) throws MuleException {
    try {
      return new Registration(config, settings.getListenerConfig().isPresent() ? shared(settings) : own(settings),
                              applicationClassLoader);
    } catch (MuleException e) {
      throw new DefaultMuleException(createStaticMessage("Config '" + config + "' can't receive Twilio's callbacks: "
          + e.getMessage()), e);
    }
  }

  private Lease<Listener> shared(ListenerSettings settings) throws MuleException {
    return new Lease<>(new Listener(listenerConfigs().serverOf(settings.getListenerConfig().get()), settings), () -> {
      // the server belongs to the HTTP connector and stays open
    });
  }

  private Lease<Listener> own(ListenerSettings settings) throws MuleException {
    Lease<Listener> lease = own.acquire(settings.getAddress(),
                                        () -> new OwnListenerOpener(servers(), listenerConfigs()).open(settings));
    Listener open = lease.get();
    if (!open.getSettings().getTlsContext().equals(settings.getTlsContext())) {
      lease.close();
      throw new DefaultMuleException(createStaticMessage("another config listens on " + settings.getAddress()
          + (open.isTls() ? " with another tls:context, or this one has none" : " without tls:context")
          + ". Give both the same global one, or another localPort"));
    }
    return lease;
  }

  private HttpListenerConfigs listenerConfigs() {
    return new HttpListenerConfigs(servers(), locator);
  }

  private HttpServerFactory servers() {
    return httpService.getServerFactory();
  }
}
