package org.muletwilio.functional.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.http.HttpMode;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that leave, or send what nobody reads, with each way in which HTTP services treat handlers. */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class HostileClientsTest extends HostileClients {

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
}
