package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.storage.StoredFile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The page at the API's root, what it asks for and what its buttons do. */
public final class WebPage implements HttpHandler {

  /** The path of everything but the page itself. */
  public static final String PATH = "/simulator/";

  private static final int MOST_BODY = 64 * 1024;

  /** The files of the page; the page itself is at the root. */
  private static final Set<String> FILES = Set.of("page.css", "views.css", "page.js", "dom.js", "lists.js", "details.js",
                                                  "phone.js", "settings.js", "account.js", "icon.svg");

  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
                                                          "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

  private static final Map<String, String> SAFETY = Map
      .of("Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
              + "form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin", "Cache-Control", "no-cache");

  private final WebGuard guard;
  private final WebApi api;

  public WebPage(WebGuard guard, WebApi api) {
    this.guard = guard;
    this.api = api;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> refusal = guard.refusal(exchange);
      if (refusal.isPresent()) {
        write(exchange, 403, "text/plain; charset=utf-8", refusal.get().getBytes(UTF_8));
        return;
      }
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      Optional<String> file = path.equals("/") ? Optional.of("page.html")
          : Optional.of(path).filter(one -> one.startsWith(PATH)).map(one -> one.substring(PATH.length()))
          .filter(FILES::contains);
      if (method.equals("GET") && file.isPresent()) {
        writeFile(exchange, file.get());
      } else if (method.equals("POST") || method.equals("GET")) {
        answer(exchange, method, path.startsWith(PATH) ? path.substring(PATH.length()) : "");
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, POST");
        write(exchange, 405, "text/plain", new byte[0]);
      }
    }
  }

  private void answer(HttpExchange exchange, String method, String path) throws IOException {
    try {
      String fields = method.equals("POST") ? new String(exchange.getRequestBody().readNBytes(MOST_BODY), UTF_8)
          : Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      Optional<?> answer = api.answer(method, path, Form.parse(fields));
      if (answer.isPresent() && answer.get() instanceof StoredFile file) {
        write(exchange, file);
      } else {
        writeAnswer(exchange, answer.map(one -> ApiAnswer.json(200, one instanceof String text ? Map.of("message", text) : one))
            .orElseGet(WebPage::notFound));
      }
    } catch (IllegalArgumentException e) {
      writeAnswer(exchange, ApiAnswer.json(400, Map.of("error", String.valueOf(e.getMessage()))));
    } catch (RuntimeException e) {
      // Such as a file of the state that can't be written
      writeAnswer(exchange, ApiAnswer.json(500, Map.of("error", String.valueOf(e.getMessage()))));
    }
  }

  /** Writes a file of somebody else: pictures to be shown, everything else to be saved. */
  private static void write(HttpExchange exchange, StoredFile file) throws IOException {
    boolean picture = PICTURES.contains(file.contentType());
    if (!picture) {
      exchange.getResponseHeaders().set("Content-Disposition", "attachment");
    }
    write(exchange, 200, picture ? file.contentType() : "application/octet-stream", file.bytes());
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
