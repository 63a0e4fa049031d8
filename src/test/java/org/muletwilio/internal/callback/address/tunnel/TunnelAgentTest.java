package org.muletwilio.internal.callback.address.tunnel;

import static java.util.List.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the agents' documented answers, and of others. */
class TunnelAgentTest {

  private EmbeddedServices services;
  private HttpClient http;
  private AgentStandIn agent;
  private AgentApi api;
  private ScheduledExecutorService timer;

  @BeforeEach
  void start() throws Exception {
    services = EmbeddedServices.start("agents");
    http = services.httpService().getClientFactory().create(AgentApi.clientConfiguration("agents"));
    http.start();
    timer = services.schedulerService().ioScheduler();
    api = new AgentApi(http, timer, AgentApi.ANSWER_MILLIS, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
    agent = new AgentStandIn();
  }

  @AfterEach
  void stop() throws Exception {
    agent.close();
    http.stop();
    services.close();
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:8081,8081", "localhost:8081,8081", "8081,8081", "127.0.0.1:8081,8081",
      "https://localhost:8443,8443",
      "http://localhost:8081/,8081", "http://[::1]:8081,8081", "http://localhost,80", "https://localhost,443"})
  void ngrokMatchesThePortThatATunnelForwardsTo(String forwardsTo, int port) {
    agent.ngrok(Map.of("https://other.ngrok-free.app", "http://localhost:3000", "https://a.ngrok-free.app", forwardsTo));
    assertEquals(Optional.of("https://a.ngrok-free.app"), ngrok(port).getPublicUrl());
    assertEquals(Optional.empty(), ngrok(port + 10_000).getPublicUrl());
  }

  @Test
  void theUsualPortsAreThoseOfTheDocumentation() throws Exception {
    for (TunnelAgent each : List.of(new NgrokAgent(api), new CloudflaredAgent(api))) {
      List<Integer> ports = List.copyOf(each.usualPorts());
      String range = ports.get(0) + " to " + ports.get(ports.size() - 1);
      assertEquals(ports.size(), ports.get(ports.size() - 1) - ports.get(0) + 1);
      for (String page : List.of("docs/tunnels.md", "docs/reference.md")) {
        assertTrue(Files.readString(Path.of(page)).contains(range), page + " " + range);
      }
    }
  }

  @Test
  void httpsIsPreferred() {
    agent.ngrok(new TreeMap<>(Map.of("http://a.ngrok.io", "localhost:8081", "https://a.ngrok.io", "localhost:8081")));
    assertEquals(Optional.of("https://a.ngrok.io"), ngrok(8081).getPublicUrl());
    agent.ngrok(Map.of("http://a.ngrok.io", "localhost:8081"));
    assertEquals(Optional.of("http://a.ngrok.io"), ngrok(8081).getPublicUrl());
  }

  @Test
  void whatNgrokForwardsInsteadIsSaid() {
    agent.ngrok(new TreeMap<>(Map.of("tcp://0.tcp.ngrok.io:12345", "localhost:8081", "https://a.ngrok.io",
        "http://localhost:3000")));
    assertEquals("ngrok forwards https://a.ngrok.io to http://localhost:3000, tcp://0.tcp.ngrok.io:12345 to localhost:8081",
                 ngrok(8081).getSaid());
    agent.ngrok(Map.of());
    assertEquals("ngrok has no tunnel", ngrok(8081).getSaid());
  }

  @Test
  void theNextPortIsAskedWhereTheFirstIsSomebodyElses() throws Exception {
    try (AgentStandIn other = new AgentStandIn().answer("/api/tunnels", "<html>")) {
      agent.ngrok(Map.of("https://a.ngrok.io", "http://localhost:8081"));
      assertEquals(Optional.of("https://a.ngrok.io"),
                   new NgrokAgent(api).look(of(other.port(), agent.port()), 8081).getPublicUrl());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"tunnels\":{}}", "{\"tunnels\":[null,1,{},{\"public_url\":5}]}", "<html>",
      "{\"tunnels\":", "{\"hostname\":null}", "{\"hostname\":7}"})
  void whatIsNoSuchAnswerIsNoTunnel(String body) {
    agent.answer("/api/tunnels", body).answer("/quicktunnel", body);
    assertEquals(Optional.empty(), ngrok(8081).getPublicUrl());
    assertEquals(Optional.empty(), cloudflared(agent.port()).getPublicUrl());
  }

  @Test
  void cloudflaredNamesTheHostOfItsQuickTunnel() {
    agent.cloudflared("gentle-fox.trycloudflare.com");
    assertEquals(Optional.of("https://gentle-fox.trycloudflare.com"), cloudflared(agent.port()).getPublicUrl());
  }

  @Test
  void ofSeveralQuickTunnelsNoneIsGuessed() throws Exception {
    try (AgentStandIn second = new AgentStandIn().cloudflared("b.trycloudflare.com")) {
      agent.cloudflared("a.trycloudflare.com");
      DiscoveryResult sighting = cloudflared(agent.port(), second.port());
      assertEquals(Optional.empty(), sighting.getPublicUrl());
      assertEquals("cloudflared has [a.trycloudflare.com, b.trycloudflare.com] and doesn't say which of them leads to this port: "
          + "set tunnelAgentPort or domain", sighting.getSaid());
    }
  }

  @Test
  void noAgentIsAskedOnceTheirTimeIsOver() {
    agent.ngrok(Map.of("https://a.ngrok.io", "http://localhost:8081"));
    api = new AgentApi(http, timer, AgentApi.ANSWER_MILLIS, System.nanoTime());
    assertEquals("no ngrok answers on 127.0.0.1 at [" + agent.port() + "]", ngrok(8081).getSaid());
  }

  @Test
  void anAgentThatIsNotThereIsSaid() {
    int port = agent.port();
    agent.cloudflared("");
    assertEquals("cloudflared has no quick tunnel", cloudflared(port).getSaid());
    agent.close();
    assertEquals("no ngrok answers on 127.0.0.1 at [" + port + "]", ngrok(8081).getSaid());
    assertEquals("no cloudflared answers on 127.0.0.1 at [" + port + "]", cloudflared(port).getSaid());
  }

  private DiscoveryResult ngrok(int localPort) {
    return new NgrokAgent(api).look(of(agent.port()), localPort);
  }

  private DiscoveryResult cloudflared(Integer... ports) {
    return new CloudflaredAgent(api).look(of(ports), 8081);
  }
}
