package org.muletwilio.internal.callback.listener;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;

import org.muletwilio.internal.callback.lifecycle.Lease;
import org.muletwilio.internal.callback.lifecycle.StopSteps;

import java.util.Optional;

/** One endpoint's place at a listener. Used by one thread at a time. */
public final class Registration {

  private final String config;
  private final Lease<Listener> listener;
  private final ClassLoader applicationClassLoader;
  private volatile Optional<StoppableHandler> handler = Optional.empty();
  private volatile Optional<RequestHandlerManager> manager = Optional.empty();

  Registration(String config, Lease<Listener> listener, ClassLoader applicationClassLoader) {
    this.config = config;
    this.listener = listener;
    this.applicationClassLoader = applicationClassLoader;
  }

  public int getPort() {
    return listener.get().getPort();
  }

  public boolean isTls() {
    return listener.get().isTls();
  }

  /**
   * Serves a path from now on.
   *
   * @param path the paths that are served
   * @param requests serves them
   * @throws MuleException if somebody else serves them
   */
  public void serve(String path, RequestHandler requests) throws MuleException {
    StoppableHandler stoppable = new StoppableHandler(requests, applicationClassLoader);
    try {
      manager = Optional.of(listener.get().serve(path, stoppable));
      handler = Optional.of(stoppable);
    } catch (RuntimeException e) {
      throw new DefaultMuleException(createStaticMessage("Config '" + config + "' can't receive Twilio's callbacks: " + path
          + " of " + listener.get().getSettings() + ": " + e.getMessage()), e);
    }
  }

  /** New requests are answered with 503 from now on, and every answer ends its connection. */
  public void refuse() {
    handler.ifPresent(StoppableHandler::stop);
  }

  /**
   * Serves nothing any more, and closes the listener where nobody else uses it. Requests are refused to the end: a path that is
   * gone before its listener would be a 404, after which Twilio does not try again.
   */
  public void close() {
    if (!listener.get().getSettings().getListenerConfig().isPresent()) {
      handler.ifPresent(StoppableHandler::awaitQuiet);
    }
    StopSteps.takeAll(listener::close, () -> manager.ifPresent(RequestHandlerManager::dispose));
  }
}
