package org.muletwilio.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.scheduler.ThreadKind;
import org.muletwilio.testkit.tool.FreePort;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The watch sees what blocks a selector thread, and nothing else; bodies are as a mode or a request wants them. */
class HttpModesTest {

  private static final int WARM_UP = 30;

  private int port;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<Optional<ThreadKind>> kinds = new CopyOnWriteArrayList<>();

  /** What a handler does with its request before it answers. */
  private interface Work {

    void with(HttpRequest request) throws Exception;
  }

  @Test
  void handlersRunOnFewThreadsThatMustNotWait() throws Exception {
    serve(HttpMode.SELECTOR, request -> {
      threads.add(Thread.currentThread());
      kinds.add(ThreadKind.ofCurrent());
    }, 50, "");
    assertTrue(threads.size() <= Math.max(2, Runtime.getRuntime().availableProcessors()), threads.toString());
    assertEquals(Set.of(Optional.of(ThreadKind.CUSTOM)), Set.copyOf(kinds));
  }

  @Test
  void whatSleepsIsSeen() {
    assertBlocks("has waited for", request -> MILLISECONDS.sleep(300));
  }

  @Test
  void whatWaitsForABodyIsSeen() {
    assertBlocks("HostileBody", request -> {
      InputStream body = request.getEntity().getContent();
      Thread reader = Thread.currentThread();
      new Thread(() -> {
        pause(300);
        reader.interrupt();
      }).start();
      assertThrows(IOException.class, body::readAllBytes);
      assertTrue(Thread.interrupted());
    }, "X-Hostile-Body: STALLED\r\n");
  }

  @Test
  void whatReadsFromASocketIsSeen() {
    assertBlocks("has waited for", request -> {
      try (ServerSocket silent = new ServerSocket(0);
          Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
        socket.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
      }
    });
  }

  @Test
  void whatWorksForLongIsSeen() {
    assertBlocks("has worked for", request -> work(300));
  }

  @Test
  void whatWaitsUnderALockIsSeenAndWhatWorksUnderItIsNot() throws Exception {
    assertBlocks("has waited for", request -> contend(() -> pause(300)));
    serve(HttpMode.SELECTOR, request -> contend(() -> work(300)), 1, "");
  }

  @Test
  void inTheServicesOwnModeNobodyWatches() throws Exception {
    serve(HttpMode.SERVICE, request -> MILLISECONDS.sleep(100), 1, "");
  }

  @Test
  void aServerThatIsLookedUpIsWatchedToo() {
    String message = assertThrows(IllegalStateException.class, () -> {
      for (int i = 0; i < 10; i++) {
        try (EmbeddedServices services = EmbeddedServices.start("modes", HttpMode.SELECTOR)) {
          HttpServer server = server(services).start();
          handle(services.httpService().getServerFactory().lookup("modes"), request -> MILLISECONDS.sleep(300));
          send("");
          server.stop();
          server.dispose();
        }
      }
    }).getMessage();
    assertTrue(message.contains("has waited for"), message);
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

  /** On a busy machine the watch allows for its own delays, and may let a block pass: ten in a row it does not. */
  private void assertBlocks(String text, Work work) {
    assertBlocks(text, work, "");
  }

  private void assertBlocks(String text, Work work, String headers) {
    String message = assertThrows(IllegalStateException.class, () -> {
      for (int i = 0; i < 10; i++) {
        serve(HttpMode.SELECTOR, work, 1, headers);
      }
    }).getMessage();
    assertTrue(message.contains(text), message);
  }

  /** Lets a server of this mode serve requests that do nothing, so that it is warm, and then some that do this work. */
  private void serve(HttpMode mode, Work work, int requests, String headers) throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start("modes", mode)) {
      HttpServer server = server(services).start();
      List<Boolean> warm = new CopyOnWriteArrayList<>();
      handle(server, request -> {
        if (!warm.isEmpty()) {
          work.with(request);
        }
      });
      for (int i = 0; i < WARM_UP; i++) {
        send("");
      }
      warm.add(true);
      for (int i = 0; i < requests; i++) {
        send(headers);
      }
      server.stop();
      server.dispose();
    }
  }

  /** On a port of its own each time: one that was just given back may be taken for a moment. */
  private HttpServer server(EmbeddedServices services) throws Exception {
    port = FreePort.find();
    return services.httpService().getServerFactory().create(new HttpServerConfiguration.Builder().setName("modes")
        .setHost("127.0.0.1").setPort(port).setSchedulerSupplier(services.schedulerService()::ioScheduler).build());
  }

  private static void handle(HttpServer server, Work work) {
    server.addRequestHandler(List.of("POST"), "/*", (context, response) -> {
      try {
        work.with(context.getRequest());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      response.responseReady(HttpResponse.builder().statusCode(204).entity(new EmptyHttpEntity()).addHeader("Connection", "close")
          .build(), new ResponseStatusCallback() {

            @Override
            public void responseSendFailure(Throwable failure) {
              // the test has ended
            }

            @Override
            public void responseSendSuccessfully() {
              // as it should be
            }
          });
    }).start();
  }

  private void send(String headers) throws IOException {
    try (KeptConnection connection = new KeptConnection(port)) {
      String request = new String(KeptConnection.post("/x", "", "MessageSid=SM1&MessageStatus=delivered"), US_ASCII);
      assertEquals(204, connection.send(request.replace("Host: x\r\n", "Host: x\r\n" + headers).getBytes(US_ASCII)));
    }
  }

  /** Waits for a lock under which another thread does something. */
  private static void contend(Runnable work) throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch taken = new CountDownLatch(1);
    new Thread(() -> {
      lock.lock();
      taken.countDown();
      work.run();
      lock.unlock();
    }).start();
    taken.await();
    lock.lock();
    lock.unlock();
  }

  private static void pause(long millis) {
    try {
      MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes so much of the processor, however busy the machine is. */
  private static void work(long millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (long end = threads.getCurrentThreadCpuTime() + MILLISECONDS.toNanos(millis); threads.getCurrentThreadCpuTime() < end;) {
      Thread.onSpinWait();
    }
  }
}
