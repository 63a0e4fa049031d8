package org.muletwilio.internal.callback.listener;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.component.TypedComponentIdentifier;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.LocationPart;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.server.RequestHandler;

import org.muletwilio.internal.callback.Fakes;

import java.net.BindException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which listener a config gets, with whom it shares that, and what becomes of it when the config stops. */
class CallbackListenersTest {

  private static final ListenAddress ADDRESS = new ListenAddress("127.0.0.1", 8081);
  private static final ListenerSettings OWN = ListenerSettings.own(ADDRESS, Optional.empty());
  private static final RequestHandler NOBODY = (context, response) -> { };
  private static final String CANT = "Config 'B' can't receive Twilio's callbacks: ";

  private final FakeServers servers = new FakeServers();
  private final List<ComponentLocation> locations = new ArrayList<>();
  private final CallbackListeners listeners = new CallbackListeners();

  @BeforeEach
  void inject() throws Exception {
    Fakes.inject(listeners, "httpService", Fakes.of(HttpService.class, Map.of("getServerFactory", arguments -> servers)));
    Fakes.inject(listeners, "locator",
                 Fakes.of(ConfigurationComponentLocator.class, Map.of("findAllLocations", arguments -> locations)));
    listeners.initialise();
  }

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
  void theServerOfAListenerConfigStaysOpen() throws Exception {
    addListenerConfig("HTTP", 8090);
    Registration registration = listeners.register("B", ListenerSettings.shared("HTTP"));
    assertEquals(8090, registration.getPort());
    registration.serve("/cb/*", NOBODY);
    registration.close();
    assertEquals(List.of("start [POST, GET] /cb/*", "dispose /cb/*"), servers.events);
    assertEquals(List.of(), servers.created);
  }

  @Test
  void aListenerConfigThatIsNotThereIsToldWithThoseThatAre() {
    assertRefused("listenerConfig is 'HTTP', and no HTTP listener config of that name is open. The application has none at all; "
        + "the HTTP connector's is written <http:listener-config name=\"HTTP\"><http:listener-connection host=\"0.0.0.0\" "
        + "port=\"8081\"/></http:listener-config>", ListenerSettings.shared("HTTP"));
    addListenerConfig("b", 8090);
    addListenerConfig("a", 8091);
    locations.add(location("b", "http", "listener-connection", 2));
    locations.add(location("flow", "mule", "flow", 1));
    locations.add(location("nested", "http", "listener-config", 2));
    assertRefused("listenerConfig is 'HTTP', and no HTTP listener config of that name is open. The application has 'a', 'b'",
                  ListenerSettings.shared("HTTP"));
  }

  @Test
  void thePortOfAListenerConfigIsNotWaitedFor() {
    addListenerConfig("Another", 8082);
    addListenerConfig("HTTP", 8081);
    locations.add(location("A closed one", "http", "listener-config", 1));
    servers.fail(Integer.MAX_VALUE, new BindException("Address already in use"));
    assertRefused("port 8081 is that of the HTTP listener config 'HTTP'. Write listenerConfig=\"HTTP\" in http-callback-config "
        + "instead of host and localPort to receive callbacks through it, or give another localPort", OWN);
    assertEquals(1, servers.created.size());
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
  void aPathThatSomebodyElseServesIsRefusedWithItsListener() throws Exception {
    addListenerConfig("HTTP", 8090);
    Map<ListenerSettings, String> listenerNames = Map.of(OWN, "127.0.0.1:8081, a listener of its own",
        ListenerSettings.own(new ListenAddress("::", 1), Optional.of(tls())), ":::1 with TLS, a listener of its own",
        ListenerSettings.shared("HTTP"), "listener config 'HTTP', shared");
    for (Map.Entry<ListenerSettings, String> each : listenerNames.entrySet()) {
      listeners.register("A", each.getKey()).serve("/cb/*", NOBODY);
      Registration second = listeners.register("B", each.getKey());
      assertEquals(CANT + "/cb/* of " + each.getValue() + ": somebody else serves it",
                   assertThrows(MuleException.class, () -> second.serve("/cb/*", NOBODY)).getMessage());
    }
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

  private void assertRefused(String reason, ListenerSettings settings) {
    assertEquals(CANT + reason, assertThrows(MuleException.class, () -> listeners.register("B", settings)).getMessage());
  }

  private void addListenerConfig(String name, int port) {
    servers.open(name, port);
    locations.add(location(name, "http", "listener-config", 1));
  }

  private static ComponentLocation location(String root, String namespace, String element, int parts) {
    ComponentIdentifier identifier = ComponentIdentifier.builder().namespace(namespace).name(element).build();
    TypedComponentIdentifier typed = Fakes.of(TypedComponentIdentifier.class, Map.of("getIdentifier", arguments -> identifier));
    List<LocationPart> all = Collections.nCopies(parts, Fakes.of(LocationPart.class, Map.of()));
    return Fakes.of(ComponentLocation.class, Map.of("getParts", arguments -> all, "getComponentIdentifier", arguments -> typed,
        "getRootContainerName", arguments -> root));
  }

  private static TlsContextFactory tls() {
    Object identity = new Object();
    return Fakes.of(TlsContextFactory.class, Map.of("hashCode", arguments -> identity.hashCode(), "equals",
        arguments -> arguments[0] instanceof TlsContextFactory && arguments[0].hashCode() == identity.hashCode()));
  }
}
