package org.muletwilio.simulator.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Gives files out, at another port than the API, as an object storage does: whole or in parts, to whoever has a signed address.
 * Like one, it refuses a request that brings credentials as well.
 */
public final class StorageServer implements AutoCloseable {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

  private final HttpServer server;
  private final FileStore files;

  /** @param host to bind to, at a free port */
  public StorageServer(String host, ExecutorService workers, FileStore files) throws IOException {
    this.files = files;
    server = HttpServer.create(new InetSocketAddress(host, 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
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

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().containsKey("Authorization")) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      Optional<StoredFile> file = files.granted(exchange.getRequestURI().getPath().substring(1), exchange.getRequestURI()
          .getRawQuery());
      if (file.isEmpty() || !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      give(exchange, file.get());
    }
  }

  private static void give(HttpExchange exchange, StoredFile file) throws IOException {
    byte[] bytes = file.bytes();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", file.contentType());
    headers.set("Accept-Ranges", "bytes");
    headers.set("ETag", "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"");
    String asked = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()) {
      write(exchange, 200, bytes, 0, bytes.length);
      return;
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2).isEmpty() ? bytes.length : Math.min(bytes.length, Integer.parseInt(range.group(2)) + 1);
    if (from >= bytes.length || to <= from) {
      headers.set("Content-Range", "bytes */" + bytes.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    headers.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    write(exchange, 206, bytes, from, to - from);
  }

  private static void write(HttpExchange exchange, int status, byte[] bytes, int from, int length) throws IOException {
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes, from, length);
    }
  }
}
