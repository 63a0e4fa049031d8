package org.muletwilio.internal.callback.address.tunnel;

import static java.util.concurrent.CompletableFuture.failedFuture;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the agent is asked, and which addresses stay accepted. */
class TunnelAddressesTest {

  private static final PublicAddress LOCAL = PublicAddress.of(Optional.empty(), 8081, false, Optional.empty(), "/cb");
  private static final long LONGEST_WAIT_MILLIS = 20_000;

  private DiscoveryResult sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
  private long now = -TunnelAddresses.FRESH_NANOS;
  private int asked;
  private final TunnelAddresses addresses = new TunnelAddresses("Twilio", () -> {
    asked++;
    return CompletableFuture.completedFuture(sighting);
  }, 8081, "/cb", LOCAL, () -> now, LONGEST_WAIT_MILLIS);

  @Test
  void theAgentIsAskedWhenAnAddressIsMadeAndNotForEachOne() throws Exception {
    assertEquals("https://a.example.com/cb", addresses.current().toString());
    addresses.current();
    assertEquals(1, asked);
    sighting = DiscoveryResult.found("https://b.example.com:8443", "ngrok");
    now += TunnelAddresses.FRESH_NANOS;
    assertEquals("https://b.example.com:8443/cb", addresses.current().toString());
    assertEquals(2, asked);
  }

  @Test
  void earlierAddressesStayAccepted() throws Exception {
    assertEquals(List.of(LOCAL), addresses.accepted());
    addresses.current();
    sighting = DiscoveryResult.found("https://b.example.com", "ngrok");
    addresses.lookAgain();
    assertEquals("[https://a.example.com/cb, http://localhost:8081/cb]", addresses.accepted().toString());
    now += TunnelAddresses.LOOK_AGAIN_NANOS;
    addresses.lookAgain();
    assertEquals("[https://b.example.com/cb, https://a.example.com/cb, http://localhost:8081/cb]", addresses.accepted()
        .toString());
  }

  @Test
  void theListOfAddressesIsBoundedAndKeepsTheLatest() throws Exception {
    for (int i = 0; i < 100; i++) {
      sighting = DiscoveryResult.found("https://a" + i + ".example.com", "ngrok");
      now += TunnelAddresses.FRESH_NANOS;
      addresses.current();
    }
    assertEquals(TunnelAddresses.MOST_ADDRESSES, addresses.accepted().size());
    assertEquals("https://a99.example.com/cb", addresses.accepted().get(0).toString());
  }

  @Test
  void forgedCallbacksDoNotKeepTheAgentBusy() throws Exception {
    addresses.current();
    List<PublicAddress> known = addresses.accepted();
    now += TunnelAddresses.LOOK_AGAIN_NANOS;
    for (int i = 0; i < 1000; i++) {
      addresses.lookAgain();
    }
    assertEquals(2, asked);
    assertSame(known, addresses.accepted());
  }

  @Test
  void aLostTunnelIsAnErrorUntilOneIsBack() throws Exception {
    addresses.current();
    sighting = DiscoveryResult.missed("ngrok has no tunnel");
    now += TunnelAddresses.FRESH_NANOS;
    try (LogLines log = LogLines.of(TunnelAddresses.class.getName(), Level.INFO)) {
      String message = assertThrows(MuleException.class, addresses::current).getMessage();
      assertEquals("Config 'Twilio' found no tunnel to port 8081: ngrok has no tunnel. Start one, or set domain in "
                   + "http-callback-config",
                   message);
      now += TunnelAddresses.FRESH_NANOS;
      assertThrows(MuleException.class, addresses::current);
      assertEquals(List.of("WARN Config 'Twilio' has lost its tunnel https://a.example.com/cb: ngrok has no tunnel"), log.all());
    }
    assertEquals("https://a.example.com/cb", addresses.accepted().get(0).toString());
    sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
    try (LogLines log = LogLines.of(TunnelAddresses.class.getName(), Level.INFO)) {
      assertEquals("https://a.example.com/cb", addresses.current().toString());
      assertEquals(List.of("INFO Config 'Twilio' is reached through the tunnel of ngrok at https://a.example.com/cb"), log.all());
      now += TunnelAddresses.FRESH_NANOS;
      addresses.current();
      assertEquals(1, log.all().size());
    }
  }

  @Test
  void anAddressThatIsNoneIsAnError() {
    sighting = DiscoveryResult.found("https://my_host.example.com", "ngrok");
    String message = assertThrows(MuleException.class, addresses::current).getMessage();
    assertTrue(message.contains("my_host.example.com"), message);
  }

  /** A stuck agent: whoever asks meanwhile shares the question, and a callback's thread never waits for it. */
  @Test
  @Timeout(30)
  void aStuckAgentIsAskedOnceAndKeepsNoCallback() throws Exception {
    CompletableFuture<DiscoveryResult> answer = new CompletableFuture<>();
    TunnelAddresses stuck = new TunnelAddresses("Twilio", () -> {
      asked++;
      return answer;
    }, 8081, "/cb", LOCAL, () -> now, LONGEST_WAIT_MILLIS);
    CompletableFuture<Void> end = stuck.lookAgain();
    now += TimeUnit.MINUTES.toNanos(1);
    for (int i = 0; i < 1000; i++) {
      assertFalse(stuck.lookAgain().isDone());
    }
    CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> {
      try {
        return stuck.current().toString();
      } catch (MuleException e) {
        return e.getMessage();
      }
    });
    assertEquals(List.of(LOCAL), stuck.accepted());
    answer.complete(sighting);
    end.get(10, SECONDS);
    assertEquals("https://a.example.com/cb", waiting.get(10, SECONDS));
    assertEquals(1, asked);
  }

  @Test
  @Timeout(30)
  void whoeverWaitsForAStuckAgentGivesUp() {
    TunnelAddresses stuck = new TunnelAddresses("Twilio", CompletableFuture::new, 8081, "/cb", LOCAL, () -> now, 50);
    assertEquals("the tunnel of config 'Twilio' is not ready after 50 ms",
                 assertThrows(MuleException.class, stuck::current).getMessage());
  }

  @Test
  void agentsThatFailAreNoTunnel() {
    for (Supplier<CompletableFuture<DiscoveryResult>> broken : List.<Supplier<CompletableFuture<DiscoveryResult>>>of(
        () -> failedFuture(new IllegalStateException("broken on purpose")), () -> {
          throw new IllegalStateException("broken on purpose");
        })) {
      TunnelAddresses addresses = new TunnelAddresses("Twilio", broken, 8081, "/cb", LOCAL, () -> now, LONGEST_WAIT_MILLIS);
      String message = assertThrows(MuleException.class, addresses::current).getMessage();
      assertTrue(message.contains("broken on purpose"), message);
    }
  }
}
