package org.muletwilio.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The simulator's own life. Counts threads, so nothing else may run beside it. */
@Isolated
class TwilioSimulatorTest {

  @Test
  void leavesNoThreadBehind() throws Exception {
    try (UserServer user = new UserServer()) {
      CountDownLatch never = new CountDownLatch(1);
      user.replying(request -> {
        try {
          never.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return UserServer.Reply.of(204);
      });
      Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
      TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
      TwilioRestClient client = SdkClient.of(simulator);
      for (int i = 0; i < 20; i++) {
        send(client, user.url("/x"));
        new CallCreator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), URI.create(user.url("/x")))
            .create(client);
      }
      simulator.awaitCalls(calls -> calls.stream().anyMatch(call -> call.status().equals("in-progress")), Duration.ofSeconds(10));
      simulator.close();
      Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
      left.removeAll(before);
      left.removeIf(thread -> !thread.isAlive() || isOfTheClient(thread) || thread.getName().startsWith("user-server"));
      for (Thread thread : left) {
        thread.join(5000);
        assertTrue(!thread.isAlive(), thread::toString);
      }
    }
  }

  private static boolean isOfTheClient(Thread thread) {
    return thread.getName().startsWith("HttpClient-");
  }

  @Test
  void freesItsPort() {
    TwilioSimulator first = TwilioSimulator.builder().start();
    int port = first.port();
    assertThrows(UncheckedIOException.class, () -> TwilioSimulator.builder().port(port).start());
    first.close();
    TwilioSimulator.builder().port(port).start().close();
  }

  @Test
  void sendsManyAtOnce() throws Exception {
    try (UserServer user = new UserServer();
        TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start()) {
      TwilioRestClient client = SdkClient.of(simulator);
      IntStream.range(0, 200).parallel().forEach(i -> send(client, user.url("/x")));
      simulator.awaitCallbacks(sent -> sent.size() == 400, Duration.ofSeconds(30));
      simulator.messages().forEach(message -> assertEquals("delivered", message.status()));
      assertEquals(0, simulator.forget().callbacks().size());
    }
  }

  @Test
  void saysWhatItSawWhenItWaitedInVain() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start()) {
      assertThrows(TimeoutException.class, () -> simulator.awaitCallbacks(sent -> sent.size() == 1, Duration.ofMillis(1)));
    }
  }

  @Test
  void givesRequestsAndCallbacksOneByOne() throws Exception {
    Duration limit = Duration.ofSeconds(10);
    try (UserServer user = new UserServer();
        TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start()) {
      TwilioRestClient client = SdkClient.of(simulator);
      send(client, user.url("/x"));
      assertEquals("x", simulator.takeRequest(limit).field("Body"));
      assertEquals("sent", simulator.takeCallback(limit).field("MessageStatus"));
      assertEquals("delivered", simulator.takeCallback(limit).field("MessageStatus"));
      simulator.forget();
      assertThrows(TimeoutException.class, () -> simulator.takeRequest(Duration.ofMillis(1)));
      send(client, user.url("/y"));
      assertEquals(user.url("/y"), simulator.takeRequest(limit).field("StatusCallback"));
      assertEquals(user.url("/y"), simulator.takeCallback(limit).signedUrl());
    }
  }

  private static void send(TwilioRestClient client, String url) {
    Message.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "x").setStatusCallback(URI.create(url))
        .create(client);
  }
}
