package org.muletwilio.testkit.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

/** Stands in for the agents of ngrok and cloudflared: answers with the JSON that they document. */
public final class AgentStandIn implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  public AgentStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.incrementAndGet();
      String answer = answers.get(exchange.getRequestURI().getPath());
      byte[] body = (answer == null ? "{\"error_code\":100,\"status_code\":404}" : answer).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** @return how many requests it received */
  public int requests() {
    return requests.get();
  }

  /** @param tunnels public URLs, and the address that each forwards to */
  public AgentStandIn ngrok(Map<String, String> tunnels) {
    answers.put("/api/tunnels", tunnels.entrySet().stream().map(tunnel -> "{\"name\":\"command_line\",\"ID\":\"0a1b\","
        + "\"uri\":\"/api/tunnels/command_line\",\"public_url\":\"" + tunnel.getKey() + "\",\"proto\":\""
        + tunnel.getKey().replaceAll(":.*", "") + "\",\"config\":{\"addr\":\"" + tunnel.getValue() + "\",\"inspect\":true},"
        + "\"metrics\":{\"conns\":{\"count\":0},\"http\":{\"count\":0}}}").collect(joining(",", "{\"tunnels\":[",
                                                                                       "],\"uri\":\"/api/tunnels\"}")));
    return this;
  }

  /** @param hostname the quick tunnel's, or nothing where it runs another tunnel */
  public AgentStandIn cloudflared(String hostname) {
    answers.put("/quicktunnel", "{\"hostname\":\"" + hostname + "\"}");
    return this;
  }

  /** Answers something else. */
  public AgentStandIn answer(String path, String body) {
    answers.put(path, body);
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
