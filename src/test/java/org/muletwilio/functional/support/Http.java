package org.muletwilio.functional.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A plain HTTP client: what else than Twilio may call. */
public final class Http {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  private Http() {}

  public static HttpResponse<String> send(String method, String url, String body, String... headers) throws Exception {
    return send(method, url, body.getBytes(UTF_8), headers);
  }

  public static HttpResponse<String> send(String method, String url, byte[] body, String... headers) throws Exception {
    return send(client(), method, url, body, headers);
  }

  /** A client for many requests: the server of the JDK has room for 200 idle connections, and closes the next as it likes. */
  public static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  public static HttpResponse<String> send(HttpClient client, String method, String url, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20))
        .method(method, BodyPublishers.ofByteArray(body)).setHeader("Content-Type", FORM);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
        + URLEncoder.encode(field.getValue(), UTF_8)).collect(joining("&"));
  }

  /** The value of an Authorization header. */
  public static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  public static HttpResponse<String> get(String url) throws Exception {
    return client().send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }

  /**
   * Java closes the socket of a server when its selector looks again, which on a busy machine is a moment later.
   *
   * @return whether somebody still listens on a port of this machine after that moment
   */
  public static boolean staysOpen(int port) throws IOException, InterruptedException {
    for (long end = System.nanoTime() + TestApplication.SOON.toNanos(); isOpen(port); Thread.sleep(20)) {
      if (System.nanoTime() > end) {
        return true;
      }
    }
    return false;
  }

  /** @return whether anybody listens on a port of this machine */
  public static boolean isOpen(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }
}
