package org.muletwilio.testkit.proxy;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy in this JVM in front of some nodes, which sends each request to all of them at the same time: no duplicate could come
 * sooner. It returns a successful response if a node gives one, else the last node's.
 */
public final class DuplicatingProxy implements ReverseProxy {

  /** As long as Twilio waits. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int UNREACHABLE = 502;

  private final HttpClient client = ForwardedRequest.newClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> ports;
  private final HttpServer server;

  /**
   * @param port where it listens
   * @param ports those of the nodes
   */
  public DuplicatingProxy(int port, List<Integer> ports) throws IOException {
    this.ports = ports;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::forward);
    server.start();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      List<CompletableFuture<Integer>> answers =
          ports.stream().map(port -> send(exchange, URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()), body))
              .collect(toList());
      List<Integer> statuses = answers.stream().map(CompletableFuture::join).collect(toList());
      exchange.sendResponseHeaders(statuses.stream().filter(status -> status < 300).findFirst()
          .orElse(statuses.get(statuses.size() - 1)), -1);
    }
  }

  private CompletableFuture<Integer> send(HttpExchange exchange, URI to, byte[] body) {
    HttpRequest request = ForwardedRequest.of(exchange, body, to).timeout(LONGEST_WAIT).build();
    return client.sendAsync(request, BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null ? answer.statusCode() : UNREACHABLE);
  }

  @Override
  public String entry() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
