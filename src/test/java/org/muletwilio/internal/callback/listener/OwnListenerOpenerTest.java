package org.muletwilio.internal.callback.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.ServerNotFoundException;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.BindException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Java frees the port of a listener that was closed a moment later: of 2,000 servers that took its port at once, 139 did not get it. */
class OwnListenerOpenerTest {

  private static final ListenerSettings SETTINGS = ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty());

  private final Servers servers = new Servers();
  private final OwnListenerOpener opener = new OwnListenerOpener(servers, new HttpListenerConfigs(servers, noComponents()));

  @Test
  void aPortThatIsFreeAMomentLaterIsTaken() throws MuleException {
    servers.failing = 5;
    opener.open(SETTINGS);
    assertEquals(6, servers.started);
    assertEquals(5, servers.disposed, "each failed server is disposed");
  }

  @Test
  void aPortThatStaysInUseIsRefusedSoon() {
    servers.failing = Integer.MAX_VALUE;
    long start = System.nanoTime();
    String message = assertThrows(MuleException.class, () -> opener.open(SETTINGS)).getMessage();
    assertTrue(message.startsWith("port 8081 on 127.0.0.1 is in use or can't be bound (Address already in use). "), message);
    assertTrue(System.nanoTime() - start >= 1_000_000_000L, "it waits for a second");
    assertEquals(servers.started, servers.disposed);
  }

  @Test
  void whatWaitingDoesNotHelpIsRefusedAtOnce() {
    servers.failing = Integer.MAX_VALUE;
    servers.failure = new IOException("no such interface");
    assertThrows(MuleException.class, () -> opener.open(SETTINGS));
    assertEquals(1, servers.started);
  }

  @Test
  void anInterruptEndsTheWait() {
    servers.failing = Integer.MAX_VALUE;
    Thread.currentThread().interrupt();
    assertThrows(MuleException.class, () -> opener.open(SETTINGS));
    assertTrue(Thread.interrupted());
    assertEquals(1, servers.started);
  }

  private static ConfigurationComponentLocator noComponents() {
    return (ConfigurationComponentLocator) Proxy.newProxyInstance(OwnListenerOpenerTest.class.getClassLoader(),
        new Class<?>[] {ConfigurationComponentLocator.class}, (proxy, method, arguments) -> List.of());
  }

  private static final class Servers implements HttpServerFactory {

    private int failing;
    private IOException failure = new BindException("Address already in use");
    private int started;
    private int disposed;

    @Override
    public HttpServer create(HttpServerConfiguration configuration) {
      return (HttpServer) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServer.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("start") && started++ < failing) {
              throw failure;
            }
            disposed += method.getName().equals("dispose") ? 1 : 0;
            return method.getName().equals("start") ? proxy : null;
          });
    }

    @Override
    public HttpServer lookup(String name) throws ServerNotFoundException {
      throw new ServerNotFoundException(name);
    }
  }
}
