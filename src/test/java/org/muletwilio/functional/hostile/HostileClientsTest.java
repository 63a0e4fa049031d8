package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.http.HttpMode;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.HeldWork;
import org.muletwilio.testkit.work.WorkExtension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that leave, or send what nobody reads, with each way in which HTTP services treat handlers. */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class HostileClientsTest {

  private static final int PLACES = 4;
  private static final String WELL_FORMED = "X-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n";
  /** Of a body, with its deadline of ten seconds. */
  private static final Duration DEADLINE = Duration.ofSeconds(14);

  private final ExecutorService senders = Executors.newCachedThreadPool();
  private final HeldWork work = new HeldWork();
  private final int port = freePort();

  @AfterEach
  void end() {
    work.release();
    senders.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void whoeverLeavesInTheBodyGivesItsPlaceBack(HttpMode mode) throws Exception {
    work.release();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, mode)) {
      String url = url(mule);
      for (int i = 0; i < 5 * PLACES; i++) {
        try (Socket socket = send(url, WELL_FORMED + "Content-Length: 100\r\n", "Bod")) {
          socket.setSoLinger(i % 2 == 0, 0);
        }
      }
      awaitServed(simulator, url, DEADLINE);
      assertAllPlacesAreFree(simulator, url);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void whoeverLeavesBeforeTheAnswerHoldsNothingUp(HttpMode mode) throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, mode)) {
      String url = url(mule);
      String signature = signature(url);
      for (int i = 0; i < PLACES; i++) {
        try (Socket socket = send(url, "X-Twilio-Signature: " + signature + "\r\nI-Twilio-Idempotency-Token: " + i
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n", "")) {
          work.awaitBegun(i + 1, SOON);
          socket.setSoLinger(true, 0);
        }
      }
      assertEquals(503, callback(simulator, url, "SMbeside"), "their flows still run");
      work.release();
      awaitServed(simulator, url, SOON);
      assertAllPlacesAreFree(simulator, url);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void whatIsRefusedEarlyIsNotReadOn(HttpMode mode) throws Exception {
    work.release();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, mode)) {
      String url = url(mule);
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (String headers : List.of("Content-Length: 100000000\r\n", "Transfer-Encoding: chunked\r\n",
          WELL_FORMED + "Content-Length: 100000000\r\n", WELL_FORMED + "Transfer-Encoding: chunked\r\n",
          "Expect: 100-continue\r\nContent-Length: 100000000\r\n")) {
        answers.add(CompletableFuture.supplyAsync(() -> pump(url, headers), senders));
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(204, callback(simulator, url, "SMbeside" + i), "a genuine one beside them");
      }
      List<String> lines = new ArrayList<>();
      for (CompletableFuture<String> each : answers) {
        lines.add(each.get());
      }
      assertEquals(List.of("403", "403", "413", "413", "403"), lines);
      assertAllPlacesAreFree(simulator, url);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void anApplicationStopsWhateverItIsSent(HttpMode mode) throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try (TwilioSimulator simulator = simulator()) {
      long start;
      try (EmbeddedMule mule = start(simulator, mode)) {
        work.release();
        String url = url(mule);
        for (int i = 0; i < 2 * PLACES; i++) {
          sockets.add(send(url, WELL_FORMED + "Content-Length: 100\r\n", "Bod"));
          sockets.add(send(url, WELL_FORMED + "Transfer-Encoding: chunked\r\n", "3\r\nBod"));
        }
        start = System.nanoTime();
      }
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos(), "it does not wait for bodies");
      assertFalse(Http.staysOpen(port));
    } finally {
      for (Socket each : sockets) {
        each.close();
      }
    }
  }

  private EmbeddedMule start(TwilioSimulator simulator, HttpMode mode) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' maxConcurrency='" + PLACES
        + "' localPort='" + port + "'/>")
        + "<flow name='address'><twilio:callback-url config-ref='Twilio' flow-ref='held' kind='MESSAGE_STATUS'/></flow>"
        + "<flow name='held' " + WorkExtension.NAMESPACE + "><work:perform callback='#[attributes]'/></flow>")
            .extension(WorkExtension.class).registered("work", work).httpMode(mode).start();
  }

  private static String url(EmbeddedMule mule) {
    String url = (String) mule.run("address", "").payload();
    return url.substring(0, url.indexOf('#'));
  }

  /** @return the signature of a callback to this address without any field */
  private static String signature(String url) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(ISO_8859_1), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(url.getBytes(ISO_8859_1)));
  }

  private static int callback(TwilioSimulator simulator, String url, String sid) {
    return simulator.forge(url).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send().status();
  }

  private static void awaitServed(TwilioSimulator simulator, String url, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    int status;
    do {
      status = callback(simulator, url, "SM" + System.nanoTime());
    } while (status == 503 && System.nanoTime() < end);
    assertEquals(204, status, "served again within " + limit);
  }

  /** As many at once as there are places. */
  private void assertAllPlacesAreFree(TwilioSimulator simulator, String url) throws Exception {
    for (long end = System.nanoTime() + DEADLINE.toNanos();;) {
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < PLACES; i++) {
        String sid = "SM" + i + System.nanoTime();
        all.add(CompletableFuture.supplyAsync(() -> callback(simulator, url, sid), senders));
      }
      boolean free = true;
      for (CompletableFuture<Integer> each : all) {
        free &= each.get() == 204;
      }
      if (free) {
        return;
      }
      assertTrue(System.nanoTime() < end, "places are still taken");
    }
  }

  private Socket send(String url, String headers, String body) throws IOException {
    URI uri = URI.create(url);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) SOON.toMillis());
    socket.getOutputStream().write(("POST " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
        + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body).getBytes(ISO_8859_1));
    return socket;
  }

  /** Sends a body for as long as the server takes it. */
  private String pump(String url, String headers) {
    byte[] chunk = ("1000\r\n" + "a".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1);
    try (Socket socket = send(url, headers, "")) {
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> statusOf(socket), senders);
      OutputStream out = socket.getOutputStream();
      long end = System.nanoTime() + SOON.toNanos();
      try {
        while (!answer.isDone() && System.nanoTime() < end) {
          out.write(chunk);
        }
      } catch (IOException e) {
        // the server has hung up
      }
      return answer.get();
    } catch (Exception e) {
      return e.toString();
    }
  }

  /** A server may say that it goes on before it refuses. */
  private static String statusOf(Socket socket) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("HTTP/1.1 ") && !line.startsWith("HTTP/1.1 100 ")) {
          return line.split(" ")[1];
        }
      }
      return "hung up";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
