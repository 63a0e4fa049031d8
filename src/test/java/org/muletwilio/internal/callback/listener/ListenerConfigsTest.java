package org.muletwilio.internal.callback.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.mule.runtime.api.exception.MuleException;

import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Listener configs of the HTTP connector, which stay its own. */
class ListenerConfigsTest extends ListenersFixture {

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
}
