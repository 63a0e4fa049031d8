package org.muletwilio.testkit.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A proxy in this JVM that replaces the prefix of each path. Its requests name the application's own host and port. */
public final class PlainProxy implements ReverseProxy {

  private final HttpClient client = ForwardedRequest.newClient();
  private final HttpServer server;

  /**
   * @param publicPath the prefix of the paths that it serves
   * @param localPath replaces that prefix
   * @param localPort the application's port
   */
  public PlainProxy(String publicPath, String localPath, int localPort) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(publicPath, exchange -> forward(exchange, URI.create("http://127.0.0.1:" + localPort + localPath
        + exchange.getRequestURI().toString().substring(publicPath.length()))));
    server.start();
  }

  private void forward(HttpExchange exchange, URI to) throws IOException {
    try (exchange) {
      HttpRequest request = ForwardedRequest.of(exchange, exchange.getRequestBody().readAllBytes(), to)
          .header("X-Forwarded-Host", "elsewhere.example.com").header("X-Forwarded-Proto", "http").build();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      answer.headers().firstValue("content-type")
          .ifPresent(type -> exchange.getResponseHeaders().put("Content-Type", List.of(type)));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String entry() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
