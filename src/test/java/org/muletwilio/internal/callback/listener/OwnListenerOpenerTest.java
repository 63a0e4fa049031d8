package org.muletwilio.internal.callback.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.Fakes;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/**
 * Java frees the port of a listener that was closed a moment later: of 2,000 servers that took its port at once, 139 did not get
 * it.
 */
class OwnListenerOpenerTest {

  private static final ListenerSettings SETTINGS = ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty());

  private static final BindException IN_USE = new BindException("Address already in use");

  private final FakeServers servers = new FakeServers();
  private final OwnListenerOpener opener = new OwnListenerOpener(servers, new HttpListenerConfigs(servers, noComponents()));

  @Test
  void aPortThatIsFreeAMomentLaterIsTaken() throws MuleException {
    servers.fail(5, IN_USE);
    assertSame(SETTINGS, opener.open(SETTINGS).getSettings());
    assertEquals(6, count("start"));
    assertEquals(5, count("dispose"), "each failed server is disposed");
  }

  @Test
  void aPortThatStaysInUseIsRefusedSoon() {
    servers.fail(Integer.MAX_VALUE, IN_USE);
    long start = System.nanoTime();
    String message = assertThrows(MuleException.class, () -> opener.open(SETTINGS)).getMessage();
    assertTrue(message.startsWith("port 8081 on 127.0.0.1 is in use or can't be bound (Address already in use). "), message);
    assertTrue(System.nanoTime() - start >= 1_000_000_000L, "it waits for a second");
    assertEquals(count("start"), count("dispose"));
  }

  /** Mule's HTTP service wraps it. */
  @Test
  void aPortInUseIsKnownByItsCauseToo() throws MuleException {
    servers.fail(1, new IOException("can't start", new IOException(IN_USE)));
    opener.open(SETTINGS);
    assertEquals(2, count("start"));
  }

  @Test
  void whatWaitingDoesNotHelpIsRefusedAtOnce() {
    servers.fail(Integer.MAX_VALUE, new IOException("no such interface", new IOException("really")));
    assertThrows(MuleException.class, () -> opener.open(SETTINGS));
    assertEquals(1, count("start"));
  }

  @Test
  void anInterruptEndsTheWait() {
    servers.fail(Integer.MAX_VALUE, IN_USE);
    Thread.currentThread().interrupt();
    assertThrows(MuleException.class, () -> opener.open(SETTINGS));
    assertTrue(Thread.interrupted());
    assertEquals(1, count("start"));
  }

  private static ConfigurationComponentLocator noComponents() {
    return Fakes.of(ConfigurationComponentLocator.class, Map.of("findAllLocations", arguments -> List.of()));
  }

  private long count(String event) {
    return servers.events.stream().filter((event + " 8081")::equals).count();
  }
}
