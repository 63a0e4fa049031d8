package org.muletwilio.simulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Journal;
import org.muletwilio.simulator.resource.Sids;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** The HTTP server of the API: reads requests, authenticates them, and answers them or lets a planned fault happen. */
public final class ApiServer implements AutoCloseable {

  private static final int MOST_BODY = 1024 * 1024;

  /** So many may connect at the same moment. */
  private static final int BACKLOG = 1000;

  private final HttpServer server;
  private final Accounts accounts;
  private final ApiRouter router;
  private final ApiFaults faults;
  private final Journal<ApiExchange> journal;

  /** @param tls for HTTPS; without it the server speaks HTTP */
  public ApiServer(InetSocketAddress address, Optional<SSLContext> tls, ExecutorService workers, Accounts accounts,
                   ApiRouter router, ApiFaults faults, Journal<ApiExchange> journal, HttpHandler page)
      throws IOException {
    this.accounts = accounts;
    this.router = router;
    this.faults = faults;
    this.journal = journal;
    // The JDK's server reads these once, when its class is loaded. Without the first it delays each small response by 40 ms; by
    // the second it closes no connection after an answer because 200 others are idle, when a client may be sending already
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    server = tls.isPresent() ? HttpsServer.create(address, BACKLOG) : HttpServer.create(address, BACKLOG);
    if (server instanceof HttpsServer https) {
      https.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
    }
    server.setExecutor(workers);
    server.createContext("/", exchange -> (isRoot(exchange) ? page : (HttpHandler) this::handle).handle(exchange));
  }

  /** Lets a handler answer all requests below a path, such as {@code /simulator/}. */
  public void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static boolean isRoot(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().equals("/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      ApiRequest request = read(exchange, authorization);
      Optional<ApiFault> fault = faults.next(request.method());
      boolean processed = fault.map(ApiFault::processed).orElse(true);
      Optional<ApiAnswer> answer = processed ? Optional.of(answer(request, authorization)) : Optional.empty();
      if (fault.isPresent()) {
        answer = fault.get().answer();
      }
      Thread.sleep(faults.delay().plus(fault.map(ApiFault::delay).orElse(Duration.ZERO)).toMillis());
      journal.add(new ApiExchange(request, answer));
      if (answer.isPresent()) {
        write(exchange, answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ApiAnswer answer(ApiRequest request, Optional<String> authorization) {
    try {
      return request.path().equals(OAuthApps.TOKEN_PATH) ? accounts.apps().token(request)
          : router.answer(accounts.authenticate(authorization), request);
    } catch (ApiError e) {
      return e.answer();
    } catch (RuntimeException e) {
      return ApiAnswer.error(500, 20500, "The simulator failed: " + e);
    }
  }

  private static ApiRequest read(HttpExchange exchange, Optional<String> authorization) throws IOException {
    Map<String, String> headers = new HashMap<>(exchange.getRequestHeaders().entrySet().stream()
        .collect(toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), entry -> String.join(", ", entry.getValue()))));
    authorization.ifPresent(value -> headers.put("authorization", value.split(" ")[0]));
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String body = body(exchange);
    return new ApiRequest(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), form(query), form(body), body, headers,
                          Accounts.user(authorization), Instant.now());
  }

  private static String body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      return new String(in.readNBytes(MOST_BODY), UTF_8);
    }
  }

  private static Form form(String text) {
    try {
      return Form.parse(text);
    } catch (IllegalArgumentException e) {
      return Form.EMPTY;
    }
  }

  private static void write(HttpExchange exchange, ApiAnswer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    headers.set("Twilio-Request-Id", Sids.next("RQ"));
    headers.set("Twilio-Request-Duration", "0.001");
    headers.set("Twilio-Concurrent-Requests", "1");
    headers.set("X-Home-Region", "us1");
    headers.set("X-API-Domain", "api.twilio.com");
    if (answer.status() == 401) {
      headers.set("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    }
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
