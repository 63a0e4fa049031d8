package org.muletwilio.internal.callback.address.tunnel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.testkit.http.BadServer.answering;
import static org.muletwilio.testkit.http.BadServer.head;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerView;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.error.Problems;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.http.BadServer.Behaviour;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents that are slow, stuck, broken or no agents at all: none keeps an operation, a thread, a connection or memory. */
@Timeout(120)
class TunnelAgentsTest {

  private static final String TUNNEL = "{\"tunnels\":[{\"public_url\":\"https://a.ngrok.app\",\"config\":{\"addr\":"
      + "\"localhost:8081\"}}]}";
  private static final String ADDRESS = "https://a.ngrok.app/cb";

  /** Short, since some agents take as long as they may. */
  private static final long ANSWER_MILLIS = 250;

  private EmbeddedServices services;
  private TunnelAgents agents;

  @BeforeEach
  void start() throws Exception {
    services = EmbeddedServices.start("agents");
    agents = new TunnelAgents(services.httpService(), services.schedulerService(), ANSWER_MILLIS);
  }

  @AfterEach
  void stop() throws Exception {
    agents.dispose();
    services.close();
  }

  @Test
  void theAddressIsFoundAndNothingIsKeptForTheNextLook() throws Exception {
    try (BadServer agent = BadServer.start(answering(200, TUNNEL))) {
      awaitAddress(open(agent));
      awaitIdle();
    }
  }

  /** The answer is longer than what the client keeps of it before it is read. */
  @Test
  void aLongAnswerIsRead() throws Exception {
    try (BadServer agent = BadServer.start(answering(200, " ".repeat(200_000) + TUNNEL))) {
      awaitAddress(open(agent));
    }
  }

  @Test
  void aTunnelThatStartsLaterIsFound() throws Exception {
    try (BadServer agent = BadServer.start(BadServer.first(1, answering(200, "{\"tunnels\":[]}"), answering(200, TUNNEL)))) {
      PublicAddresses addresses = open(agent);
      assertEquals(Optional.empty(), current(addresses));
      awaitAddress(addresses);
    }
  }

  /** As a stuck program does: it takes connections, and never says a word. */
  @Test
  void anAgentThatIsSilentIsNoTunnelAndKeepsNobody() throws Exception {
    assertNoTunnel(BadServer.stallAfter(""));
  }

  @Test
  void anAgentThatStopsWithinItsAnswerIsNoTunnel() throws Exception {
    assertNoTunnel(BadServer.stallAfter(head(200, 1000) + "{\"tunnels\":"));
  }

  @Test
  void anAgentThatTricklesItsAnswerIsNoTunnel() throws Exception {
    assertNoTunnel(BadServer.trickleAfter(head(200, 100_000), "{"));
  }

  @Test
  void anAgentThatBreaksIsNoTunnel() throws Exception {
    assertNoTunnel(BadServer.resetAfter(head(200, 1000)));
    assertNoTunnel(BadServer.cutAfter("no HTTP"));
    assertNoTunnel(answering(500, TUNNEL));
    assertNoTunnel(answering(302, TUNNEL, "Location", "http://127.0.0.1:1/api/tunnels"));
  }

  @Test
  void jsonThatIsDeepIsNoTunnel() throws Exception {
    assertNoTunnel(answering(200, "[".repeat(250_000)));
  }

  /** Any program may listen at an agent's port. It sends some hundred megabytes a second on loopback. */
  @Test
  void anEndlessAnswerIsNoTunnelAndItsConnectionEnds() throws Exception {
    assertTrue(AgentApi.clientConfiguration("agents").isStreaming(), "the client would keep all of it");
    CountDownLatch ended = new CountDownLatch(1);
    Behaviour spaces = BadServer.endlessAfter(head(200, Long.MAX_VALUE), " ".repeat(64 * 1024));
    Behaviour endless = (request, client) -> {
      try {
        return spaces.serve(request, client);
      } finally {
        ended.countDown();
      }
    };
    try (BadServer agent = BadServer.start(BadServer.first(1, endless, answering(200, TUNNEL)))) {
      PublicAddresses addresses = open(agent);
      assertEquals(Optional.empty(), current(addresses));
      assertTrue(ended.await(30, SECONDS), "the connection is still open");
      awaitAddress(addresses);
    }
  }

  @Test
  void closedAddressesAreAskedForNoMore() throws Exception {
    try (BadServer agent = BadServer.start(answering(200, "{\"tunnels\":[]}"))) {
      PublicAddresses addresses = open(agent);
      addresses.close();
      awaitIdle();
      int asked = agent.requests().size();
      try (BadServer other = BadServer.start(answering(200, "{\"tunnels\":[]}"))) {
        open(other);
        while (other.requests().size() < 3) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
      assertEquals(asked, agent.requests().size());
    }
  }

  @Test
  void nobodyIsAskedOnceTheApplicationStops() throws Exception {
    try (BadServer agent = BadServer.start(answering(200, TUNNEL))) {
      PublicAddresses addresses = open(agent);
      agents.dispose();
      assertEquals("the application has stopped", assertThrows(MuleException.class, () -> open(agent)).getMessage());
      assertEquals(List.of(), threads());
      int asked = agent.requests().size();
      TimeUnit.NANOSECONDS.sleep(TunnelAddresses.LOOK_AGAIN_NANOS);
      addresses.lookAgain().get(30, SECONDS);
      assertEquals(asked, agent.requests().size());
    }
  }

  @Test
  void withoutAThreadNothingIsLeftOpen() throws Exception {
    try (BadServer agent = BadServer.start(answering(200, TUNNEL))) {
      services.refuseSchedulers(name -> name.equals("twilio-tunnel-agents"));
      assertThrows(RejectedExecutionException.class, () -> open(agent));
      assertEquals(List.of(), threads());
    }
  }

  private void assertNoTunnel(Behaviour behaviour) throws Exception {
    try (BadServer agent = BadServer.start(behaviour)) {
      long start = System.nanoTime();
      PublicAddresses addresses = open(agent);
      assertEquals(Optional.empty(), current(addresses));
      assertTrue(System.nanoTime() - start < SECONDS.toNanos(20), "whoever opens the endpoint waits for too long");
      addresses.close();
      awaitIdle();
    }
  }

  /** The client of each look is stopped with it, and with it what the agent still sends. */
  private void awaitIdle() throws InterruptedException {
    while (threads().size() > 1) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private List<String> threads() {
    return services.schedulerService().getSchedulers().stream().map(SchedulerView::getName)
        .filter(name -> name.contains("twilio-tunnel-agents")).toList();
  }

  private static void awaitAddress(PublicAddresses addresses) throws InterruptedException {
    while (!current(addresses).isPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(Optional.of(ADDRESS), current(addresses));
  }

  private static Optional<String> current(PublicAddresses addresses) {
    try {
      return Optional.of(addresses.current().toString());
    } catch (MuleException e) {
      assertTrue(e.getMessage().contains("Config 'Twilio' found no tunnel to port 8081: "), e.getMessage());
      return Optional.empty();
    }
  }

  private PublicAddresses open(BadServer agent) throws MuleException {
    AddressSettings settings = AddressSettings.of(new Problems(), Optional.empty(), Optional.empty(), "path", "/cb", Tunnel.AUTO,
        Optional.of(agent.port())).get();
    return agents.addressesOf("Twilio", settings, 8081, settings.fixed(8081, false));
  }
}
