package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.http.HttpMode;
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

/** Clients of an application with a few places, whose flow is held: what they send, and when all places are free again. */
abstract class HostileClients {

  static final int PLACES = 4;
  static final String WELL_FORMED = "X-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n";
  /** Of a body, with its deadline of ten seconds. */
  static final Duration DEADLINE = Duration.ofSeconds(14);

  final ExecutorService senders = Executors.newCachedThreadPool();
  final HeldWork work = new HeldWork();
  final int port = freePort();

  @AfterEach
  void end() {
    work.release();
    senders.shutdownNow();
  }

  EmbeddedMule start(TwilioSimulator simulator, HttpMode mode) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' maxConcurrency='" + PLACES
        + "' localPort='" + port + "'/>")
        + "<flow name='address'><twilio:callback-url config-ref='Twilio' flow-ref='held' kind='MESSAGE_STATUS'/></flow>"
        + "<flow name='held' " + WorkExtension.NAMESPACE + "><work:perform callback='#[attributes]'/></flow>")
            .extension(WorkExtension.class).registered("work", work).httpMode(mode).start();
  }

  static String url(EmbeddedMule mule) {
    String url = (String) mule.run("address", "").payload();
    return url.substring(0, url.indexOf('#'));
  }

  /** @return the signature of a callback to this address without any field */
  static String signature(String url) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(ISO_8859_1), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(url.getBytes(ISO_8859_1)));
  }

  static int callback(TwilioSimulator simulator, String url, String sid) {
    return simulator.forge(url).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send().status();
  }

  static void awaitServed(TwilioSimulator simulator, String url, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    int status;
    do {
      status = callback(simulator, url, "SM" + System.nanoTime());
    } while (status == 503 && System.nanoTime() < end);
    assertEquals(204, status, "served again within " + limit);
  }

  /** As many at once as there are places. */
  void assertAllPlacesAreFree(TwilioSimulator simulator, String url) throws Exception {
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

  Socket send(String url, String headers, String body) throws IOException {
    URI uri = URI.create(url);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) SOON.toMillis());
    socket.getOutputStream().write(("POST " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
        + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body).getBytes(ISO_8859_1));
    return socket;
  }

  /** Sends a body for as long as the server takes it. */
  String pump(String url, String headers) {
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
  static String statusOf(Socket socket) {
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
