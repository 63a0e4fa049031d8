package org.muletwilio.testkit.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.server.HttpServer;

import org.muletwilio.testkit.mule.EmbeddedServices;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;

/** The watch sees what blocks a selector thread, and nothing else. */
class WatchedHandlersTest extends HttpModesFixture {

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
}
