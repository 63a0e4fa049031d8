package org.muletwilio.benchmarks.mule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An application at Twilio, where sources register their addresses. */
final class TwilioApplication implements AutoCloseable {

  static final String SID = "AP0123456789abcdef0123456789abcdef";

  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final HttpServer server;

  private TwilioApplication() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  static TwilioApplication start() throws IOException {
    TwilioApplication application = new TwilioApplication();
    application.server.start();
    return application;
  }

  /** @return where Twilio's API is */
  String baseUri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param parameter such as StatusCallback
   * @return the address that was set, without connection overrides
   */
  String address(String parameter) {
    String address = addresses.get(parameter);
    return address.contains("#") ? address.substring(0, address.indexOf('#')) : address;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      for (String field : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")) {
        if (field.contains("=")) {
          addresses.put(field.substring(0, field.indexOf('=')),
              URLDecoder.decode(field.substring(field.indexOf('=') + 1), UTF_8));
        }
      }
      byte[] json = ("{\"sid\":\"" + SID + "\"}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, json.length);
      exchange.getResponseBody().write(json);
    }
  }
}
