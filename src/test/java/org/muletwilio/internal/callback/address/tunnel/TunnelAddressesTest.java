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

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the agent is asked, and which addresses stay accepted. */
class TunnelAddressesTest {

  private static final PublicAddress LOCAL = PublicAddress.of(Optional.empty(), 8081, false, Optional.empty(), "/cb");

  private volatile DiscoveryResult sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
  private long now = -TunnelAddresses.FRESH_NANOS;
  private int asked;
  private final TunnelAddresses addresses = new TunnelAddresses("Twilio", () -> {
    asked++;
    return CompletableFuture.completedFuture(sighting);
  }, 8081, "/cb", LOCAL, () -> now);

  @Test
  void theAgentIsAskedAgainAndAgainAndNotForEachAddress() throws Exception {
    addresses.refresh();
    for (int i = 0; i < 100; i++) {
      assertEquals("https://a.example.com/cb", addresses.current().toString());
    }
    sighting = DiscoveryResult.found("https://b.example.com:8443", "ngrok");
    addresses.refresh();
    assertEquals("https://a.example.com/cb", addresses.current().toString());
    assertEquals(1, asked);
    now += TunnelAddresses.FRESH_NANOS;
    addresses.refresh();
    assertEquals("https://b.example.com:8443/cb", addresses.current().toString());
    assertEquals(2, asked);
  }

  @Test
  void beforeTheFirstAnswerThereIsNoAddress() {
    assertEquals("Config 'Twilio' found no tunnel to port 8081: no agent has answered yet. Start one, or set domain in "
        + "http-callback-config", assertThrows(MuleException.class, addresses::current).getMessage());
    assertEquals(0, asked);
  }

  @Test
  @Timeout(60)
  void theAgentIsAskedUntilTheAddressesAreClosed() throws Exception {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    timer.setRemoveOnCancelPolicy(true);
    try {
      sighting = DiscoveryResult.missed("ngrok has no tunnel");
      addresses.start(timer).get(10, SECONDS);
      assertThrows(MuleException.class, addresses::current);
      sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
      while (addresses.accepted().size() < 2) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertEquals("https://a.example.com/cb", addresses.current().toString());
      assertEquals(1, timer.getQueue().size());
      addresses.close();
      assertEquals(0, timer.getQueue().size());
    } finally {
      timer.shutdownNow();
    }
  }

  @Test
  void earlierAddressesStayAccepted() throws Exception {
    assertEquals(List.of(LOCAL), addresses.accepted());
    addresses.refresh();
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
      addresses.refresh();
    }
    assertEquals(TunnelAddresses.MOST_ADDRESSES, addresses.accepted().size());
    assertEquals("https://a99.example.com/cb", addresses.accepted().get(0).toString());
  }

  @Test
  void forgedCallbacksDoNotKeepTheAgentBusy() throws Exception {
    addresses.refresh();
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
    addresses.refresh();
    sighting = DiscoveryResult.missed("ngrok has no tunnel");
    now += TunnelAddresses.FRESH_NANOS;
    try (LogLines log = LogLines.of(TunnelAddresses.class.getName(), Level.INFO)) {
      addresses.refresh();
      String message = assertThrows(MuleException.class, addresses::current).getMessage();
      assertEquals("Config 'Twilio' found no tunnel to port 8081: ngrok has no tunnel. Start one, or set domain in "
                   + "http-callback-config",
                   message);
      now += TunnelAddresses.FRESH_NANOS;
      addresses.refresh();
      assertThrows(MuleException.class, addresses::current);
      assertEquals(List.of("WARN Config 'Twilio' has lost its tunnel https://a.example.com/cb: ngrok has no tunnel"), log.all());
    }
    assertEquals("https://a.example.com/cb", addresses.accepted().get(0).toString());
    sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
    try (LogLines log = LogLines.of(TunnelAddresses.class.getName(), Level.INFO)) {
      addresses.refresh();
      assertEquals("https://a.example.com/cb", addresses.current().toString());
      assertEquals(List.of("INFO Config 'Twilio' is reached through the tunnel of ngrok at https://a.example.com/cb"), log.all());
      now += TunnelAddresses.FRESH_NANOS;
      addresses.refresh();
      assertEquals(1, log.all().size());
    }
  }

  @Test
  void anAddressThatIsNoneIsAnError() {
    sighting = DiscoveryResult.found("https://my_host.example.com", "ngrok");
    addresses.refresh();
    String message = assertThrows(MuleException.class, addresses::current).getMessage();
    assertTrue(message.contains("my_host.example.com"), message);
  }

  /** A stuck agent: whoever asks meanwhile shares the question, and nobody who needs an address waits for the answer. */
  @Test
  @Timeout(30)
  void aStuckAgentIsAskedOnceAndKeepsNobody() throws Exception {
    Queue<CompletableFuture<DiscoveryResult>> answers = new ArrayDeque<>(List.of(CompletableFuture.completedFuture(sighting)));
    CompletableFuture<DiscoveryResult> answer = new CompletableFuture<>();
    answers.add(answer);
    TunnelAddresses stuck = new TunnelAddresses("Twilio", answers::remove, 8081, "/cb", LOCAL, () -> now);
    stuck.refresh();
    now += TimeUnit.MINUTES.toNanos(1);
    CompletableFuture<Void> end = stuck.lookAgain();
    now += TimeUnit.MINUTES.toNanos(1);
    for (int i = 0; i < 1000; i++) {
      assertFalse(stuck.lookAgain().isDone());
      assertFalse(stuck.refresh().isDone());
      assertEquals("https://a.example.com/cb", stuck.current().toString());
    }
    answer.complete(DiscoveryResult.found("https://b.example.com", "ngrok"));
    end.get(10, SECONDS);
    assertEquals("https://b.example.com/cb", stuck.current().toString());
  }

  @Test
  void agentsThatFailAreNoTunnel() {
    for (Supplier<CompletableFuture<DiscoveryResult>> broken : List.<Supplier<CompletableFuture<DiscoveryResult>>>of(
        () -> failedFuture(new IllegalStateException("broken on purpose")), () -> {
          throw new IllegalStateException("broken on purpose");
        })) {
      TunnelAddresses addresses = new TunnelAddresses("Twilio", broken, 8081, "/cb", LOCAL, () -> now);
      addresses.refresh();
      String message = assertThrows(MuleException.class, addresses::current).getMessage();
      assertTrue(message.contains("broken on purpose"), message);
    }
  }
}
