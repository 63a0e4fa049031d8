package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Senders that announce a body, send three bytes of it and then say nothing. */
class StalledBodiesTest {

  /** More than there are places. */
  private static final int UNSIGNED = 64 * Runtime.getRuntime().availableProcessors() + 10;
  private static final int PLACES = 4;

  @Test
  void whoeverDoesNotSignTakesNoPlace() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "")) {
      CallbackAttempt known = known(simulator, mule);
      List<Socket> stalled = new ArrayList<>();
      try {
        for (int i = 0; i < UNSIGNED; i++) {
          stalled.add(stall(known, ""));
        }
        for (int i = 0; i < 20; i++) {
          assertEquals(204, callback(simulator, known, "SMbeside" + i), "a genuine one beside them");
        }
        for (Socket each : stalled) {
          assertTrue(headOf(each).startsWith("HTTP/1.1 403 "), "refused without its body");
        }
      } finally {
        close(stalled);
      }
    }
  }

  @Test
  void whoeverSignsLosesItsPlaceAtTheDeadline() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "maxConcurrency='" + PLACES + "'")) {
      CallbackAttempt known = known(simulator, mule);
      List<Socket> stalled = new ArrayList<>();
      try {
        long start = System.nanoTime();
        do {
          stalled.add(stall(known, "X-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n"));
        } while (callback(simulator, known, "SM" + System.nanoTime()) != 503 && seconds(start) < 9);
        int tooSlow = 0;
        for (Socket each : stalled) {
          String head = headOf(each);
          assertTrue(head.toLowerCase().contains("\nconnection: close\n"), head);
          tooSlow += head.startsWith("HTTP/1.1 408 ") ? 1 : 0;
        }
        assertEquals(PLACES, tooSlow);
        assertTrue(seconds(start) >= 9, "the deadline is after 10 s");
        assertEquals(204, callback(simulator, known, "SMafter"));
        assertTrue(seconds(start) < 15, "Twilio waits for 15 s");
      } finally {
        close(stalled);
      }
    }
  }

  /** The sender of the body gets to know at once, and what it sends after all reaches nobody. */
  @Test
  void anEarlyAnswerEndsItsConnection() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "")) {
      CallbackAttempt known = known(simulator, mule);
      int before = mule.runs("status").size();
      try (Socket socket = stall(known, "")) {
        assertTrue(headOf(socket).startsWith("HTTP/1.1 403 "));
        socket.getOutputStream().write(("a".repeat(97) + "GET / HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(ISO_8859_1));
        assertEquals("", headOf(socket), "no further answer");
      }
      assertEquals(before, mule.runs("status").size());
    }
  }

  private static EmbeddedMule start(TwilioSimulator simulator, String attributes) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' " + attributes + " localPort='"
        + freePort() + "'/>") + sendFlow() + flow("status")).start();
  }

  private static CallbackAttempt known(TwilioSimulator simulator, EmbeddedMule mule) throws Exception {
    mule.run("send", "Hello");
    mule.awaitRun("status", run -> run.payload().toString().contains("delivered") && run.hasEnded(), SOON);
    return awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
  }

  private static Socket stall(CallbackAttempt known, String headers) throws IOException {
    URI uri = URI.create(known.signedUrl());
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    socket.setSoTimeout((int) SOON.toMillis());
    socket.getOutputStream().write(("POST " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: x\r\n" + headers
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nBod").getBytes(ISO_8859_1));
    return socket;
  }

  /** @return the lines of an answer before its body; nothing where there is no answer but an end */
  private static String headOf(Socket socket) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private static int callback(TwilioSimulator simulator, CallbackAttempt like, String sid) {
    return simulator.forge(like).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send().status();
  }

  private static long seconds(long startNanos) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }
}
