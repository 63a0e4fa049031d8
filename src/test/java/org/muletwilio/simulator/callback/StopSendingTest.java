package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A simulator knows whether anything goes on, and can be told to send nothing more. */
@Timeout(30)
class StopSendingTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void isIdleAfterTheLastCallbackWasAnswered() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(5)).start();
        UserServer user = new UserServer().replying(request -> afterThat(answer))) {
      assertTrue(simulator.isIdle());
      send(simulator, user);
      awaitReceived(user);
      Thread.sleep(30);
      assertFalse(simulator.isIdle(), "a callback waits for its answer");
      answer.countDown();
      simulator.awaitCallbacks(all -> all.size() == 2, LIMIT);
      while (!simulator.isIdle()) {
        Thread.onSpinWait();
      }
      assertEquals(2, user.received().size());
    }
  }

  @Test
  void waitsForTheAnswerOfWhatIsBeingSentAndSendsNothingMore() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
        UserServer user = new UserServer().replying(request -> afterThat(answer))) {
      send(simulator, user);
      awaitReceived(user);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(simulator));
      Thread.sleep(30);
      assertFalse(stopped.isDone(), "a callback waits for its answer");
      answer.countDown();
      stopped.join();
      simulator.awaitCallbacks(all -> all.size() == 2, LIMIT);
      assertEquals(204, simulator.callbacks().get(0).status());
      assertEquals("The simulator sends no more callbacks", simulator.callbacks().get(1).failure().orElseThrow());
      assertEquals(1, user.received().size());
    }
  }

  @Test
  void givesUpWaitingForAServerThatHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
        UserServer user = new UserServer().replying(request -> afterThat(never))) {
      send(simulator, user);
      awaitReceived(user);
      simulator.stopSending(Duration.ofMillis(50));
      assertFalse(simulator.isIdle());
    }
  }

  private static void send(TwilioSimulator simulator, UserServer user) {
    Message.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "x")
        .setStatusCallback(URI.create(user.url("/status"))).create(SdkClient.of(simulator));
  }

  private static void awaitReceived(UserServer user) {
    while (user.received().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static void stop(TwilioSimulator simulator) {
    try {
      simulator.stopSending(LIMIT);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UserServer.Reply afterThat(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return UserServer.Reply.of(204);
  }
}
