package org.muletwilio.testkit.http;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.ServerCreationException;
import org.mule.runtime.http.api.server.ServerNotFoundException;
import org.mule.service.http.impl.service.HttpServiceImplementation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Mule's own HTTP service, which treats request handlers as a mode says. */
public final class EmbeddedHttpService extends HttpServiceImplementation {

  private final Optional<SelectorThreads> selectors;
  private final UnaryOperator<RequestHandler> wrapper;

  /**
   * @param schedulerService gives all threads
   * @param mode how it treats request handlers
   */
  public EmbeddedHttpService(SchedulerService schedulerService, HttpMode mode) {
    super(schedulerService);
    selectors = mode == HttpMode.SERVICE ? Optional.empty() : Optional.of(new SelectorThreads(schedulerService));
    RequestBodies bodies = new RequestBodies(mode == HttpMode.STREAMING);
    wrapper = selectors.<UnaryOperator<RequestHandler>>map(threads -> handler -> bodies.wrap(threads.wrap(handler)))
        .orElse(UnaryOperator.identity());
  }

  @Override
  public HttpServerFactory getServerFactory() {
    return wrap(super.getServerFactory());
  }

  @Override
  public HttpServerFactory getServerFactory(MuleContext muleContext) {
    return wrap(super.getServerFactory(muleContext));
  }

  /**
   * @throws IllegalStateException if a handler has blocked a thread of the service, saying where
   */
  @Override
  public void stop() throws MuleException {
    try {
      super.stop();
    } finally {
      selectors.ifPresent(SelectorThreads::close);
    }
  }

  private HttpServerFactory wrap(HttpServerFactory factory) {
    return new HttpServerFactory() {

      @Override
      public HttpServer create(HttpServerConfiguration configuration) throws ServerCreationException {
        return wrap(factory.create(lasting(configuration)));
      }

      @Override
      public HttpServer lookup(String name) throws ServerNotFoundException {
        return wrap(factory.lookup(name));
      }
    };
  }

  /**
   * Mule 4.1.1's service forgets a server's scheduler when the server stops, and from then on fails without end at each
   * connection of the server that ends. It does not forget a scheduler whose stop fails; what ends later runs on its own threads.
   */
  private static HttpServerConfiguration lasting(HttpServerConfiguration configuration) {
    Supplier<Scheduler> schedulers = configuration.getSchedulerSupplier();
    return schedulers == null ? configuration : new HttpServerConfiguration.Builder().setName(configuration.getName())
        .setHost(configuration.getHost()).setPort(configuration.getPort())
        .setTlsContextFactory(configuration.getTlsContextFactory())
        .setUsePersistentConnections(configuration.isUsePersistentConnections())
        .setConnectionIdleTimeout(configuration.getConnectionIdleTimeout())
        .setSchedulerSupplier(() -> failingToStop(schedulers.get())).build();
  }

  private static Scheduler failingToStop(Scheduler scheduler) {
    return (Scheduler) Proxy.newProxyInstance(EmbeddedHttpService.class.getClassLoader(), new Class<?>[] {Scheduler.class},
        (proxy, method, arguments) -> {
          try {
            Object result = method.invoke(scheduler, arguments);
            if (method.getName().equals("stop")) {
              throw new IllegalStateException("stopped, and not to be forgotten");
            }
            return result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** The server itself; only its handlers are wrapped. */
  private HttpServer wrap(HttpServer server) {
    return (HttpServer) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServer.class},
        (proxy, method, arguments) -> {
          try {
            if (method.getName().equals("addRequestHandler")) {
              arguments[arguments.length - 1] = wrapper.apply((RequestHandler) arguments[arguments.length - 1]);
            }
            Object result = method.invoke(server, arguments);
            return result == server ? proxy : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
