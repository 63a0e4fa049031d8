package org.muletwilio.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.server.HttpServer;

import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.scheduler.ThreadKind;

import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers run on few threads, and bodies are as a mode or a request wants them. */
class HttpModesTest extends HttpModesFixture {

  @Test
  void handlersRunOnFewThreadsThatMustNotWait() throws Exception {
    serve(HttpMode.SELECTOR, request -> {
      threads.add(Thread.currentThread());
      kinds.add(ThreadKind.ofCurrent());
    }, 50, "");
    assertTrue(threads.size() <= Math.max(2, Runtime.getRuntime().availableProcessors()), threads.toString());
    assertEquals(Set.of(Optional.of(ThreadKind.CUSTOM)), Set.copyOf(kinds));
  }

  /** Those of Mule 4.1.1's service alone fail so, as the log of each test would show whose clients are slow to leave. */
  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void connectionsEndInPeaceWhenTheirServerIsGone(HttpMode mode) throws Exception {
    try (LogLines grizzly = LogLines.of("org.glassfish.grizzly", Level.WARN);
        EmbeddedServices services = EmbeddedServices.start("modes", mode)) {
      HttpServer server = server(services).start();
      handle(server, request -> { });
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        open.add(new Socket("127.0.0.1", port));
        open.get(i).getOutputStream().write("POST /x HTTP/1.1\r\n".getBytes(US_ASCII));
      }
      send("");
      server.stop();
      server.dispose();
      for (Socket each : open) {
        each.close();
      }
      server = server(services).start();
      handle(server, request -> { });
      for (int i = 0; i < WARM_UP; i++) {
        send("");
      }
      server.stop();
      server.dispose();
      assertEquals(List.of(), grizzly.all());
    }
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void bodiesAreWholeInAnyMode(HttpMode mode) throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<Integer> available = new CopyOnWriteArrayList<>();
    serve(mode, request -> {
      InputStream body = request.getEntity().getContent();
      available.add(body.available());
      bodies.add(new String(body.readAllBytes(), US_ASCII));
    }, 1, "");
    assertEquals(List.of("MessageSid=SM1&MessageStatus=delivered"), bodies);
    assertEquals(mode == HttpMode.STREAMING, available.get(0) == 0);
  }
}
