package org.muletwilio.internal.callback.listener;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.tls.TlsContextFactory;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Which listener a config gets, with whom it shares that, and what becomes of it when the config stops. */
class CallbackListenersTest extends ListenersFixture {

  @Test
  void configsOfOneAddressShareAServerUntilTheLastOneStops() throws Exception {
    Registration one = listeners.register("A", OWN);
    Registration other = listeners.register("B", ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty()));
    assertEquals(8081, one.getPort());
    assertFalse(one.isTls());
    one.close();
    assertEquals(List.of("start 8081"), servers.events);
    other.close();
    assertEquals(List.of("start 8081", "stop 8081", "dispose 8081"), servers.events);
    listeners.register("A", OWN);
    assertEquals(2, servers.created.size());
  }

  @Test
  void everyOtherAddressHasAServerOfItsOwn() throws Exception {
    listeners.register("A", OWN);
    listeners.register("B", ListenerSettings.own(new ListenAddress("127.0.0.1", 8082), Optional.empty()));
    listeners.register("C", ListenerSettings.own(new ListenAddress("127.0.0.2", 8081), Optional.empty()));
    assertEquals(List.of("127.0.0.1:8081", "127.0.0.1:8082", "127.0.0.2:8081"),
                 servers.created.stream().map(each -> each.getHost() + ":" + each.getPort()).collect(toList()));
    assertNotEquals(ADDRESS, new ListenAddress("127.0.0.1", 8082));
    assertNotEquals(ADDRESS, new ListenAddress("127.0.0.2", 8081));
    assertTrue(servers.created.stream().allMatch(each -> each.getTlsContextFactory() == null
        && each.getSchedulerSupplier() == null));
  }

  @Test
  void aServerWithTlsHasItsContext() throws Exception {
    TlsContextFactory tls = tls();
    assertTrue(listeners.register("A", ListenerSettings.own(ADDRESS, Optional.of(tls))).isTls());
    assertSame(tls, servers.created.get(0).getTlsContextFactory());
  }

  @Test
  void configsOfOneAddressMustAgreeOnTls() throws Exception {
    Registration plain = listeners.register("A", OWN);
    assertRefused("another config listens on 127.0.0.1:8081 without tls:context. Give both the same global one, or another "
        + "localPort", ListenerSettings.own(ADDRESS, Optional.of(tls())));
    plain.close();
    assertEquals(List.of("start 8081", "stop 8081", "dispose 8081"), servers.events, "who was refused holds nothing");
    TlsContextFactory tls = tls();
    listeners.register("A", ListenerSettings.own(ADDRESS, Optional.of(tls)));
    listeners.register("B", ListenerSettings.own(ADDRESS, Optional.of(tls)));
    for (ListenerSettings each : List.of(OWN, ListenerSettings.own(ADDRESS, Optional.of(tls())))) {
      assertRefused("another config listens on 127.0.0.1:8081 with another tls:context, or this one has none. Give both the same "
          + "global one, or another localPort", each);
    }
  }

  @Test
  void anApplicationThatEndsLeavesNoServer() throws Exception {
    listeners.register("A", OWN);
    listeners.dispose();
    assertEquals(List.of("start 8081", "stop 8081", "dispose 8081"), servers.events);
    assertRefused("the application has stopped", OWN);
  }

  /** One that is stopped before its listener is gone refuses to the end: Twilio does not try again after a 404. */
  @Test
  void aPathIsServedUntilItsServerIsClosed() throws Exception {
    Registration registration = listeners.register("A", OWN);
    registration.serve("/cb/*", NOBODY);
    registration.close();
    assertEquals(List.of("start 8081", "start [POST, GET] /cb/*", "stop 8081", "dispose 8081", "dispose /cb/*"), servers.events);
  }

  /** Else its next request would find nobody. */
  @Test
  void whoWasAnsweredLatelyHasAMomentToSendItsNextRequest() throws Exception {
    Registration registration = listeners.register("A", OWN);
    registration.serve("/cb/*", NOBODY);
    registration.refuse();
    long start = System.nanoTime();
    servers.handlers.get("8081/cb/*").handleRequest(null, (answer, status) -> { });
    registration.close();
    assertTrue(System.nanoTime() - start >= 250_000_000L);
  }

  @Test
  void handlersRunWithTheClassLoaderOfTheApplication() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0])) {
      thread.setContextClassLoader(application);
      listeners.initialise();
      thread.setContextClassLoader(before);
      listeners.register("A", OWN).serve("/cb/*", NOBODY);
      assertSame(application, listeners.getApplicationClassLoader());
      assertSame(application, ((StoppableHandler) servers.handlers.get("8081/cb/*")).getContextClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void onceItIsStoppedARegistrationRefuses() throws Exception {
    Registration registration = listeners.register("A", OWN);
    registration.refuse();
    List<String> asked = new ArrayList<>();
    registration.serve("/cb/*", (context, response) -> asked.add("asked"));
    servers.handlers.get("8081/cb/*").handleRequest(null, null);
    registration.refuse();
    servers.handlers.get("8081/cb/*").handleRequest(null, (answer, status) -> asked.add(answer.getStatusCode() + ""));
    assertEquals(List.of("asked", "503"), asked);
  }
}
