package org.muletwilio.functional.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.http.HttpMode;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;

/** Requests that a test writes byte by byte to a running application, and what is answered. */
abstract class WrittenRequests {

  static final int MOST_BYTES = 64 * 1024;
  /** Some are answered when their body is late, after ten seconds. */
  static final int LONGEST_MILLIS = 60_000;
  static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  static final String END = "0\r\n\r\n";

  final ExecutorService senders = Executors.newCachedThreadPool();
  final int port = freePort();
  final AtomicInteger number = new AtomicInteger();
  final Map<String, String> expected = new LinkedHashMap<>();
  final Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
  URI url;

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  /** Runs a flow for each that is answered with 204, and for no other. */
  void serve(HttpMode mode, Requests requests) throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, port, "<flow name='address'><twilio:callback-url config-ref='Twilio' "
            + "flow-ref='status' kind='MESSAGE_STATUS'/></flow>" + flow("status")).httpMode(mode).start()) {
      url = URI.create(mule.run("address", "").payload().toString().replaceAll("#.*", ""));
      requests.send();
      Map<String, String> got = new LinkedHashMap<>();
      for (Map.Entry<String, CompletableFuture<String>> each : answers.entrySet()) {
        got.put(each.getKey(), each.getValue().get());
      }
      assertEquals(expected, got);
      assertEquals(got.values().stream().flatMap(statuses -> Stream.of(statuses.split(" "))).filter("204"::equals).count(),
          mule.runs("status").size());
    }
  }

  interface Requests {

    void send() throws Exception;
  }

  interface Exchange {

    String with(Socket socket) throws Exception;
  }

  void post(String status, String name, String signed, String headers, String body) {
    send(status, name, socket -> {
      write(socket, head("POST", signed, headers) + body);
      return status(socket);
    });
  }

  void send(String statuses, String name, Exchange exchange) {
    expected.put(name, statuses);
    answers.put(name, CompletableFuture.supplyAsync(() -> {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(LONGEST_MILLIS);
        return exchange.with(socket);
      } catch (Exception e) {
        return e.toString();
      }
    }, senders));
  }

  /** @return a form that no other request sends */
  String form() {
    return "MessageSid=SM" + "0".repeat(30) + String.format("%02d", number.incrementAndGet()) + "&MessageStatus=sent";
  }

  String form(int size) {
    String form = form() + "&Body=";
    return form + "x".repeat(size - form.length());
  }

  static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n";
  }

  static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  String head(String method, String form, String headers) throws Exception {
    return method + " " + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1\r\n"
        + "Host: x\r\nX-Twilio-Signature: " + signature(form) + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + headers + "\r\n";
  }

  String signature(String form) throws Exception {
    Map<String, String> fields = new TreeMap<>();
    for (String each : form.isEmpty() ? new String[0] : form.split("&")) {
      fields.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    StringBuilder signed = new StringBuilder(url.toString());
    fields.forEach((name, value) -> signed.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(ISO_8859_1), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(ISO_8859_1)));
  }

  static void write(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      // it has answered already
    }
  }

  /** @return the status of the next answer, whose body is skipped */
  static String status(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int each = in.read();
      if (each < 0) {
        return "end";
      }
      head.append((char) each);
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      in.readNBytes(Integer.parseInt(length.group(1)));
    }
    Matcher status = STATUS_LINE.matcher(head);
    return status.find() ? status.group(1) : head.toString();
  }
}
