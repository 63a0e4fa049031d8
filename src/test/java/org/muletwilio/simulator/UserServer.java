package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.thread.NamedThreads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A user's server that gets callbacks: keeps them, and answers as told. */
public final class UserServer implements AutoCloseable {

  /** What came; headers by their canonical names, the body as it was. */
  public record Received(String method, String target, Map<String, String> headers, String body) {

    public Form form() {
      return Form.parse(body);
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What goes back. */
  public record Reply(int status, String contentType, String body) {

    public static Reply of(int status) {
      return new Reply(status, "text/plain", "");
    }

    public static Reply twiml(String body) {
      return new Reply(200, "text/xml", body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8, new NamedThreads("user-server"));
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Reply> replies = request -> Reply.of(204);

  public UserServer() {
    this(plain());
  }

  public UserServer(SSLContext sslContext) throws IOException {
    this(secure(sslContext));
  }

  private UserServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer secure(SSLContext sslContext) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(sslContext));
    return server;
  }

  public UserServer replying(Function<Received, Reply> function) {
    replies = function;
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String target) {
    return "http://127.0.0.1:" + port() + target;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
          .collect(toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
      Received request = new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                                      new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      received.add(request);
      Reply reply = replies.apply(request);
      byte[] body = reply.body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType);
      exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
