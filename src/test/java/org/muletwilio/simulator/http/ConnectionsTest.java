package org.muletwilio.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections carry a second callback. The server writes HTTP itself. */
class ConnectionsTest {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Integer> requestsByConnection = Collections.synchronizedList(new ArrayList<>());
  private final TwilioSimulator simulator = TwilioSimulator.builder().keepConnections(true).start();

  ConnectionsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    simulator.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "HTTP/1.1 204 No Content||", "HTTP/1.1 200 OK|Content-Length: 2||ok", "HTTP/1.1 500 Oops|Content-Length: 0||",
      "HTTP/1.1 200 OK|Connection: keep-alive|Content-Length: 2||ok"})
  void carryAnotherAfterAWholeAnswer(String answer) throws Exception {
    assertEquals(List.of(3), send(answer, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "HTTP/1.0 204 No Content||", "HTTP/1.1 204 No Content|Connection: close||", "HTTP/1.1 200 OK|Content-Length: 2||okmore",
      "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|0||"})
  void carryNoOtherAfterAnythingElse(String answer) throws Exception {
    assertEquals(List.of(1, 1, 1), send(answer, false));
  }

  @Test
  void carryNoOtherWhenTheServerHasClosedThem() throws Exception {
    assertEquals(List.of(1, 1, 1), send("HTTP/1.1 204 No Content||", true));
  }

  private List<Integer> send(String answer, boolean closing) throws Exception {
    Thread serving = new Thread(() -> serve(answer.replace("|", "\r\n"), closing));
    serving.setDaemon(true);
    serving.start();
    for (int i = 0; i < 3; i++) {
      CallbackAttempt attempt = simulator.forge("http://127.0.0.1:" + server.getLocalPort() + "/x#rc=0").send();
      assertEquals(answer.substring(9, 12), String.valueOf(attempt.status()), attempt::toString);
      if (closing) {
        synchronized (requestsByConnection) {
          while (requestsByConnection.size() <= i) {
            requestsByConnection.wait(10_000);
          }
        }
      }
    }
    simulator.close();
    serving.join(10_000);
    return List.copyOf(requestsByConnection);
  }

  /** One connection after the other. */
  private void serve(String answer, boolean closing) {
    for (int requests = 0; requests < 3;) {
      int before = requests;
      try (Socket socket = server.accept()) {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        while (readRequest(in)) {
          requests++;
          socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
          if (closing) {
            break;
          }
        }
      } catch (IOException e) {
        // The connection is over
      }
      synchronized (requestsByConnection) {
        requestsByConnection.add(requests - before);
        requestsByConnection.notifyAll();
      }
    }
  }

  private static boolean readRequest(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); line == null || !line.isEmpty(); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return true;
  }
}
