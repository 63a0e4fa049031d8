package org.muletwilio.functional.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.extension.api.runtime.config.ConfigurationProvider;

import org.muletwilio.functional.support.Http;
import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

/** A config that stops, with flows that still run, and one that starts again. */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class LifecycleTest {

  private static final String ADDRESS = "<twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' flow-ref='status'/>";

  private final int port = freePort();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void aFlowThatNamesAFlowWhileItsConfigStopsIsRefusedAtOnce() throws Exception {
    Work work = callback -> {
      started.countDown();
      await(mayEnd);
    };
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, port, sendFlow() + "<flow name='status' " + WorkExtension.NAMESPACE
            + "><work:perform callback='#[attributes]'/>" + ADDRESS + "</flow><flow name='address'>" + ADDRESS + "</flow>")
                .extension(WorkExtension.class).registered("work", work).start()) {
      mule.run("send", "Hello");
      await(started);
      CallbackEndpoint endpoint = endpointOf(mule);
      long start = System.nanoTime();
      CompletableFuture<Void> stop = CompletableFuture.runAsync(endpoint::close);
      awaitRefused(mule);
      mayEnd.countDown();
      stop.get(20, SECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      assertTrue(seconds < 4, "the stop took " + seconds + " s");
      FlowRun run = mule.awaitRun("status", FlowRun::failed, SOON);
      assertTrue(run.failure().orElseThrow().getMessage().contains("config 'Twilio' has stopped"), run.toString());
      awaitRefused(mule);
      assertFalse(Http.staysOpen(port), "the listener is open again");
    } finally {
      mayEnd.countDown();
    }
  }

  @Test
  void whatStartsAgainServesWhatWasSentBefore() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, port, sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      CallbackAttempt before = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      for (int round = 0; round < 3; round++) {
        restartConfig(mule);
        assertEquals(204, simulator.repeat(before).status());
        mule.run("send", "Hello again");
      }
      simulator.awaitCallbacks(all -> all.stream().filter(each -> each.field("MessageStatus").equals("delivered")
          && each.status() == 204).count() >= 4, SOON);
    }
  }

  /** Mule 4.1.1 can't start a whole application again that it has stopped: "cannot bind new connections". */
  private static void restartConfig(EmbeddedMule mule) throws Exception {
    ConfigurationProvider config = mule.lookup(ConfigurationProvider.class);
    ((Stoppable) config).stop();
    ((Startable) config).start();
  }

  private static void awaitRefused(EmbeddedMule mule) {
    String message = assertThrows(FlowFailedException.class, () -> {
      for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end;) {
        mule.run("address", "");
      }
    }).getMessage();
    assertTrue(message.contains("config 'Twilio' has stopped"), message);
  }

  private static CallbackEndpoint endpointOf(EmbeddedMule mule) {
    return ((CallbackEndpointProvider) mule.lookup(ConfigurationProvider.class).get(null).getValue()).getEndpoint();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
