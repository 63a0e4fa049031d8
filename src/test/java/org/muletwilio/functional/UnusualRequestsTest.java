package org.muletwilio.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

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
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callbacks that are genuine and sent in a way that Twilio or a proxy may take one day, and some that only look so. */
class UnusualRequestsTest {

  private static final int MOST_BYTES = 64 * 1024;
  /** Some are answered when their body is late, after ten seconds. */
  private static final int LONGEST_MILLIS = 60_000;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String END = "0\r\n\r\n";

  private final ExecutorService senders = Executors.newCachedThreadPool();
  private final int port = freePort();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
  private URI url;

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void areAnsweredAsOthersAre(HttpMode mode) throws Exception {
    serve(mode, () -> {
      String asked = form();
      send("100 204", "waits until its body is asked for", socket -> {
        write(socket, head("POST", asked, "Expect: 100-continue\r\n" + length(asked)));
        String first = status(socket);
        write(socket, asked);
        return first + " " + status(socket);
      });
      String closed = form();
      send("204", "half closed behind its body", socket -> {
        write(socket, head("POST", closed, length(closed)) + closed);
        socket.shutdownOutput();
        return status(socket);
      });
      String first = form();
      String second = form();
      send("204 204", "two at once", socket -> {
        write(socket, head("POST", first, length(first)) + first + head("POST", second, length(second)) + second);
        return status(socket) + " " + status(socket);
      });
      String small = form();
      post("204", "chunks of a byte", small, CHUNKED, small.replaceAll(".", "1\r\n$0\r\n") + END);
      String trailed = form();
      post("204", "a trailer", trailed, CHUNKED, chunk(trailed) + "0\r\nX-Trailer: a\r\n\r\n");
      post("204", "no body in chunks", "", CHUNKED, END);
      String both = form();
      post("204", "chunks and another length", both, CHUNKED + "Content-Length: 1000\r\n", chunk(both) + END);
      for (int size : List.of(MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1)) {
        String whole = form(size);
        String inChunks = form(size);
        boolean fits = size <= MOST_BYTES;
        post(fits ? "204" : "413", size + " bytes", whole, length(whole), whole);
        post(fits ? "204" : "413", size + " bytes in a chunk", inChunks, CHUNKED, chunk(inChunks) + END);
        post(fits ? "408" : "413", size + " bytes without the last", whole, length(whole), whole.substring(1));
        post(fits ? "408" : "413", size + " bytes in a chunk without an end", whole, CHUNKED, chunk(whole));
      }
    });
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void areRefusedWhereTheyAreWrong(HttpMode mode) throws Exception {
    serve(mode, () -> {
      for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE")) {
        send("405", method, socket -> {
          write(socket, head(method, "", "Content-Length: 0\r\n"));
          return status(socket);
        });
      }
      for (String length : List.of("zz", "-1", "FFFFFFFFFFFFFFFFF", "0x5", "5 5")) {
        post("400", "chunk of " + length, "", CHUNKED, length + "\r\nabcde\r\n" + END);
      }
      for (String length : List.of("7FFFFFFF", "80000000")) {
        post("408", "chunk of " + length, "", CHUNKED, length + "\r\nabcde\r\n" + END);
      }
      String form = form();
      post("400", "two lengths", form, "Content-Length: 1000\r\n" + length(form), form);
      post("400", "a negative length", form, "Content-Length: -5\r\n", form);
      post("400", "a length with a plus", form, "Content-Length: +" + form.length() + "\r\n", form);
      for (String headers : List.of("Content-Length: 1000\r\n", CHUNKED)) {
        send("end", "half closed in its body, " + headers.trim(), socket -> {
          write(socket, head("POST", form, headers) + "1000\r\n" + form);
          socket.shutdownOutput();
          return status(socket);
        });
      }
      send("403", "signed in a trailer", socket -> {
        write(socket, head("POST", form, CHUNKED).replaceFirst("X-Twilio-Signature: .*\r\n", "") + chunk(form)
            + "0\r\nX-Twilio-Signature: " + signature(form) + "\r\n\r\n");
        return status(socket);
      });
    });
  }

  /** Runs a flow for each that is answered with 204, and for no other. */
  private void serve(HttpMode mode, Requests requests) throws Exception {
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

  private interface Requests {

    void send() throws Exception;
  }

  private interface Exchange {

    String with(Socket socket) throws Exception;
  }

  private void post(String status, String name, String signed, String headers, String body) {
    send(status, name, socket -> {
      write(socket, head("POST", signed, headers) + body);
      return status(socket);
    });
  }

  private void send(String statuses, String name, Exchange exchange) {
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
  private String form() {
    return "MessageSid=SM" + "0".repeat(30) + String.format("%02d", number.incrementAndGet()) + "&MessageStatus=sent";
  }

  private String form(int size) {
    String form = form() + "&Body=";
    return form + "x".repeat(size - form.length());
  }

  private static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private String head(String method, String form, String headers) throws Exception {
    return method + " " + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1\r\n"
        + "Host: x\r\nX-Twilio-Signature: " + signature(form) + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + headers + "\r\n";
  }

  private String signature(String form) throws Exception {
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

  private static void write(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      // it has answered already
    }
  }

  /** @return the status of the next answer, whose body is skipped */
  private static String status(Socket socket) throws IOException {
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
