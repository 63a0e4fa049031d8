package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Clients that keep their connections while the application stops and starts again on a Mule server that goes on. With a
 * scheduler of its own for the listener, Mule 4.1.1's HTTP service would spin on each of them for ever, with 200,000 lines of log
 * a second.
 */
class KeptConnectionsTest {

  private static final int ROUNDS = 5;
  private static final int BUSY = 6;
  private static final int IDLE = 4;
  private static final int UNUSED = 4;
  private static final long GAP_MILLIS = 500;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int port = freePort();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger given = new AtomicInteger();
  private final List<AutoCloseable> open = new ArrayList<>();
  private volatile boolean over;

  @Test
  void theServiceStaysCalmWhileItsListenerIsGone() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(BUSY);
    try (TwilioSimulator simulator = simulator(); LogLines all = LogLines.of("org", Level.WARN);
        EmbeddedServices services = EmbeddedServices.start("kept")) {
      byte[] request = null;
      for (int round = 0; round < ROUNDS; round++) {
        try (EmbeddedMule mule = application(simulator, port, "<flow name='address'><twilio:callback-url config-ref='Twilio' "
            + "kind='MESSAGE_STATUS' flow-ref='status'/></flow>" + flow("status")).name("kept").sharedServices(services)
            .start()) {
          if (request == null) {
            request = request(mule.run("address", "").payload().toString());
            byte[] each = request;
            for (int i = 0; i < BUSY; i++) {
              clients.submit(() -> keepSending(each));
            }
          }
          openMore(request);
          int before = answered.get();
          awaitAnswers(before + 20 * BUSY);
        }
        long cpuBefore = selectorNanos();
        TimeUnit.MILLISECONDS.sleep(GAP_MILLIS);
        endSome();
        TimeUnit.MILLISECONDS.sleep(GAP_MILLIS);
        long spent = TimeUnit.NANOSECONDS.toMillis(selectorNanos() - cpuBefore);
        assertTrue(spent < GAP_MILLIS / 2, "the selector threads worked for " + spent + " of " + 2 * GAP_MILLIS + " ms");
      }
      over = true;
      assertEquals(List.of(), all.with("ERROR").stream().limit(10).toList());
      assertTrue(all.all().size() < 100, () -> "a flood of lines: " + all.all().size());
      all.all().forEach(System.out::println);
      System.out.println(answered + " callbacks answered, " + given + " connections given up by their clients");
    } finally {
      over = true;
      clients.shutdownNow();
      for (AutoCloseable each : open) {
        each.close();
      }
    }
  }

  /** Without a signature: refused, but over HTTP, which is all that matters here. */
  private static byte[] request(String url) {
    URI uri = URI.create(url.replaceAll("#.*", ""));
    return KeptConnection.post(uri.getRawPath() + "?" + uri.getRawQuery(), "", "MessageSid=SM1&MessageStatus=sent");
  }

  private Void keepSending(byte[] request) throws Exception {
    while (!over) {
      try (KeptConnection connection = new KeptConnection(port, 300)) {
        while (!over) {
          connection.send(request);
          answered.incrementAndGet();
        }
      } catch (IOException e) {
        given.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    return null;
  }

  /** Connections that have been used and ones that never were, which are idle when the application stops. */
  private void openMore(byte[] request) throws IOException {
    for (int i = 0; i < IDLE; i++) {
      KeptConnection idle = new KeptConnection(port, 10_000);
      assertEquals(403, idle.send(request));
      open.add(idle);
    }
    for (int i = 0; i < UNUSED; i++) {
      open.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }
  }

  /** Every other one: to the service that is something to read on a connection whose listener is gone. */
  private void endSome() throws Exception {
    for (int i = 0; i < open.size(); i += 2) {
      open.get(i).close();
    }
  }

  private void awaitAnswers(int count) throws InterruptedException {
    for (long end = System.nanoTime() + TestApplication.SOON.toNanos(); answered.get() < count;) {
      assertTrue(System.nanoTime() < end, answered + " answers");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static long selectorNanos() {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      if (THREADS.getThreadInfo(id) != null && THREADS.getThreadInfo(id).getThreadName().startsWith("kept.http.listener")) {
        sum += Math.max(0, THREADS.getThreadCpuTime(id));
      }
    }
    return sum;
  }
}
