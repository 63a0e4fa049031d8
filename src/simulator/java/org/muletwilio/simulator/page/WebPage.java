package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The page at the API's root, what it asks for and what its buttons do. */
public final class WebPage implements HttpHandler {

  /** The path of everything but the page itself. */
  public static final String PATH = "/simulator/";

  private static final int MOST_BODY = 64 * 1024;

  /** The files of the page by their paths. */
  private static final Map<String, String> FILES =
      Map.of("/", "page.html", PATH + "page.css", "page.css", PATH + "page.js", "page.js", PATH + "icon.svg", "icon.svg");

  private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
                                                          "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

  private static final Map<String, String> SAFETY = Map
      .of("Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
              + "form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin", "Cache-Control", "no-cache");

  private final WebGuard guard;
  private final WebState state;
  private final WebActions actions;

  public WebPage(WebGuard guard, WebState state, WebActions actions) {
    this.guard = guard;
    this.state = state;
    this.actions = actions;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> refusal = guard.refusal(exchange);
      if (refusal.isPresent()) {
        write(exchange, 403, "text/plain; charset=utf-8", refusal.get().getBytes(UTF_8));
        return;
      }
      String path = exchange.getRequestURI().getPath();
      boolean post = exchange.getRequestMethod().equals("POST");
      if (exchange.getRequestMethod().equals("GET") && FILES.containsKey(path)) {
        writeFile(exchange, FILES.get(path));
      } else if (post || exchange.getRequestMethod().equals("GET")) {
        writeAnswer(exchange, post ? act(exchange, path) : show(path));
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, POST");
        write(exchange, 405, "text/plain", new byte[0]);
      }
    }
  }

  private ApiAnswer show(String path) {
    if (path.equals(PATH + "state")) {
      return ApiAnswer.json(200, state.all());
    }
    String callbacks = PATH + "callbacks/";
    Optional<Long> number = Optional.of(path).filter(one -> one.startsWith(callbacks))
        .map(one -> one.substring(callbacks.length())).filter(one -> one.matches("\\d{1,18}")).map(Long::valueOf);
    return number.flatMap(state::callback).map(callback -> ApiAnswer.json(200, callback)).orElseGet(WebPage::notFound);
  }

  private ApiAnswer act(HttpExchange exchange, String path) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readNBytes(MOST_BODY), UTF_8);
      String action = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
      return actions.perform(action, Form.parse(body)).map(message -> ApiAnswer.json(200, Map.of("message", message)))
          .orElseGet(WebPage::notFound);
    } catch (IllegalArgumentException e) {
      return ApiAnswer.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private static ApiAnswer notFound() {
    return ApiAnswer.json(404, Map.of("error", "Not found, or no longer there"));
  }

  private static void writeFile(HttpExchange exchange, String name) throws IOException {
    try (InputStream in = WebPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The page's " + name + " is missing");
      }
      write(exchange, 200, TYPES.get(name.substring(name.indexOf('.') + 1)), in.readAllBytes());
    }
  }

  private static void writeAnswer(HttpExchange exchange, ApiAnswer answer) throws IOException {
    write(exchange, answer.status(), answer.headers().get("Content-Type"), answer.body().getBytes(UTF_8));
  }

  /** Writes a response, or 304 if the browser has the same already. */
  private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    SAFETY.forEach(headers::set);
    headers.set("Content-Type", type);
    String tag = tag(body);
    headers.set("ETag", tag);
    boolean known = status == 200 && exchange.getRequestMethod().equals("GET")
        && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.sendResponseHeaders(known ? 304 : status, known || body.length == 0 ? -1 : body.length);
    if (!known && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String tag(byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(body);
    return "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
  }
}
