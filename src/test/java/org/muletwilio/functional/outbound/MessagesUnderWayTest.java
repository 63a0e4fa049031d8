package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and calls that Twilio takes its time to answer: none holds a thread of Mule's meanwhile. */
@Timeout(60)
class MessagesUnderWayTest {

  private static final int MANY = 40;

  @ParameterizedTest
  @ValueSource(strings = {"send-message body='Hello'", "make-call twiml='&lt;Response/&gt;'"})
  void noThreadWaitsForTwilio(String operation) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    BlockingQueue<Socket> underWay = new LinkedBlockingQueue<>();
    try (ServerSocket twilio = new ServerSocket(0, 2 * MANY, InetAddress.getByName("127.0.0.1"))) {
      threads.execute(() -> answerAllButCreates(twilio, underWay));
      try (EmbeddedMule mule = application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT
          + "' authToken='"
          + TOKEN + "' baseUri='http://127.0.0.1:" + twilio.getLocalPort() + "'/></twilio:config><flow name='send'><twilio:"
          + operation
          + " config-ref='Twilio' from='+15005550006' to='+15551234567'/></flow>").name("under-way").start()) {
        List<CompletableFuture<String>> ends = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
          ends.add(CompletableFuture.supplyAsync(() -> errorOf(mule), threads));
        }
        List<Socket> all = new ArrayList<>();
        while (all.size() < MANY) {
          all.add(underWay.take());
        }
        long waiting = ioThreads();
        close(all);
        assertTrue(waiting < MANY / 2, waiting + " threads wait for " + MANY + " answers");
        ends.forEach(end -> assertEquals("TWILIO:UNKNOWN_OUTCOME", end.join()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void answerAllButCreates(ServerSocket twilio, BlockingQueue<Socket> creates) {
    try {
      while (true) {
        Socket client = twilio.accept();
        if (client.getInputStream().read() == 'P') {
          creates.add(client);
        } else {
          client.close();
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private static long ioThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().startsWith("under-way.io.")).count();
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }

  private static String errorOf(EmbeddedMule mule) {
    try {
      mule.run("send", "");
      return "none";
    } catch (FlowFailedException e) {
      return e.errorType();
    }
  }
}
