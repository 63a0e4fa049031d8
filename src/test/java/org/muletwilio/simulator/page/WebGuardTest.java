package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.TwilioSimulator;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the page. Writes HTTP itself, since no client lets a test choose all of these headers. */
class WebGuardTest {

  private final TwilioSimulator simulator = TwilioSimulator.builder().start();

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
      "127.0.0.1, 200", "localhost, 200", "LocalHost:1, 200", "[::1]:8010, 200", "192.168.1.2, 200",
      "evil.example:8010, 403", "localhost.evil.example, 403", "127.0.0.1.evil.example, 403", "'', 403", "':8010', 403"})
  void isAtNoForeignName(String host, int status) throws Exception {
    assertEquals(status, status("GET / HTTP/1.1", "Host: " + host));
    assertEquals(status, status("GET /simulator/state HTTP/1.1", "Host: " + host));
    assertEquals(status, status("POST /simulator/forget HTTP/1.1", "Host: " + host, "X-Requested-With: x"));
  }

  @ParameterizedTest
  @CsvSource({
      "Origin: http://127.0.0.1:8010, 200", "Origin: http://127.0.0.1:8011, 403", "Origin: https://127.0.0.1:8010, 403",
      "Origin: http://localhost:8010, 403", "Origin: http://evil.example, 403", "Origin: null, 403",
      "Sec-Fetch-Site: same-origin, 200", "Sec-Fetch-Site: none, 200", "Sec-Fetch-Site: same-site, 403",
      "Sec-Fetch-Site: cross-site, 403"})
  void isNotForOtherSites(String header, int status) throws Exception {
    assertEquals(status, status("GET /simulator/state HTTP/1.1", "Host: 127.0.0.1:8010", header));
    assertEquals(status, status("POST /simulator/forget HTTP/1.1", "Host: 127.0.0.1:8010", "X-Requested-With: x", header));
  }

  @Test
  void opensFromALinkAnywhere() throws Exception {
    assertEquals(200, status("GET / HTTP/1.1", "Host: 127.0.0.1:8010", "Sec-Fetch-Site: cross-site"));
  }

  @Test
  void doesNothingForAMereForm() throws Exception {
    simulator.forge("http://127.0.0.1:1/x#rc=0").send();
    assertEquals(403, status("POST /simulator/forget HTTP/1.1", "Host: 127.0.0.1:8010"));
    assertEquals(403, status("POST / HTTP/1.1", "Host: 127.0.0.1:8010"));
    assertEquals(403, status("OPTIONS /simulator/forget HTTP/1.1", "Host: 127.0.0.1:8010"));
    assertEquals(405, status("DELETE /simulator/forget HTTP/1.1", "Host: 127.0.0.1:8010", "X-Requested-With: x"));
    assertEquals(1, simulator.callbacks().size());
  }

  @Test
  void leavesTheApiAlone() throws Exception {
    assertEquals(401, status("GET /2010-04-01/Accounts.json HTTP/1.1", "Host: api.example.com", "Origin: http://evil.example"));
    assertEquals(401, status("GET /elsewhere HTTP/1.1", "Host: api.example.com"));
    assertEquals(2, simulator.requests().size());
  }

  @Test
  void isForThisMachineAlone() throws Exception {
    Optional<InetAddress> own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
    assumeTrue(own.isPresent(), "This machine has no address but loopback");
    String host = own.get().getHostAddress();
    try (TwilioSimulator closed = TwilioSimulator.builder().host(host).start();
        TwilioSimulator open = TwilioSimulator.builder().host(host).remotePage(true).start()) {
      assertEquals(403, status(host, closed.port(), "GET / HTTP/1.1", "Host: " + host));
      assertEquals(200, status(host, open.port(), "GET / HTTP/1.1", "Host: " + host));
      assertEquals(403, status(host, open.port(), "GET / HTTP/1.1", "Host: evil.example"));
    }
  }

  private int status(String... head) throws IOException {
    return status("127.0.0.1", simulator.port(), head);
  }

  private static int status(String host, int port, String... head) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      String text = String.join("\r\n", head) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 "), answer);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
