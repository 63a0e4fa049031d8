package org.muletwilio.internal.callback.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;

/** The listeners of an application, over servers of the test. */
abstract class ListenersFixture {

  static final ListenAddress ADDRESS = new ListenAddress("127.0.0.1", 8081);
  static final ListenerSettings OWN = ListenerSettings.own(ADDRESS, Optional.empty());
  static final RequestHandler NOBODY = (context, response) -> { };
  static final String CANT = "Config 'B' can't receive Twilio's callbacks: ";

  final FakeServers servers = new FakeServers();
  final List<ComponentLocation> locations = new ArrayList<>();
  final CallbackListeners listeners = new CallbackListeners();

  @BeforeEach
  void inject() throws Exception {
    Fakes.inject(listeners, "httpService", Fakes.of(HttpService.class, Map.of("getServerFactory", arguments -> servers)));
    Fakes.inject(listeners, "locator",
                 Fakes.of(ConfigurationComponentLocator.class, Map.of("findAllLocations", arguments -> locations)));
    listeners.initialise();
  }

  void assertRefused(String reason, ListenerSettings settings) {
    assertEquals(CANT + reason, assertThrows(MuleException.class, () -> listeners.register("B", settings)).getMessage());
  }

  void addListenerConfig(String name, int port) {
    servers.open(name, port);
    locations.add(location(name, "http", "listener-config", 1));
  }

  static ComponentLocation location(String root, String namespace, String element, int parts) {
    ComponentIdentifier identifier = ComponentIdentifier.builder().namespace(namespace).name(element).build();
    TypedComponentIdentifier typed = Fakes.of(TypedComponentIdentifier.class, Map.of("getIdentifier", arguments -> identifier));
    List<LocationPart> all = Collections.nCopies(parts, Fakes.of(LocationPart.class, Map.of()));
    return Fakes.of(ComponentLocation.class, Map.of("getParts", arguments -> all, "getComponentIdentifier", arguments -> typed,
        "getRootContainerName", arguments -> root));
  }

  static TlsContextFactory tls() {
    Object identity = new Object();
    return Fakes.of(TlsContextFactory.class, Map.of("hashCode", arguments -> identity.hashCode(), "equals",
        arguments -> arguments[0] instanceof TlsContextFactory && arguments[0].hashCode() == identity.hashCode()));
  }
}
