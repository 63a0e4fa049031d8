package org.muletwilio.testkit.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;

/** A request as a proxy sends it on: the same method, headers and body, to another address. */
final class ForwardedRequest {

  /** Those of one connection, which a proxy does not send on. */
  private static final Set<String> HOP_BY_HOP = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

  private ForwardedRequest() {}

  /** @return a client that asks for HTTP/1.1: an upgrade to HTTP/2 would hold up the bodies that Mule's HTTP service reads */
  static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** @param body the exchange's, already read */
  static HttpRequest.Builder of(HttpExchange exchange, byte[] body, URI to) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> values.stream()
        .filter(value -> !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))).forEach(value -> request.header(name, value)));
    return request;
  }
}
