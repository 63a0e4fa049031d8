package org.muletwilio.functional.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Message;
import org.muletwilio.api.resource.Participant;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.store.HookedObjectStores;
import org.muletwilio.testkit.store.StoreHook;
import org.muletwilio.testkit.store.StoreThreads;
import org.muletwilio.testkit.work.HeldWork;
import org.muletwilio.testkit.work.WorkExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations and callbacks beside an object store that is slow, stuck or out of order: what is awaited is kept there. */
@Timeout(120)
// Mule's own, of flows that are on their way from one thread to the next when their application stops
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class SlowStoreTest {

  private static final String PLAIN = "<flow name='plain'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='#[payload]'/></flow>";
  private static final String CALL = "<flow name='call'><twilio:make-call config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' twiml='&lt;Response/&gt;' status-callback-flow-ref='status'/></flow>";
  private static final String ADD = "<flow name='add'><twilio:add-participant config-ref='Twilio' conference='room' "
      + "to='+15551234567' from='+15005550006' status-callback-flow-ref='status'/></flow>";

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @ParameterizedTest
  @ValueSource(strings = {"send", "call", "add"})
  void theStoreIsAskedOnThreadsThatMayWait(String operation) throws Exception {
    StoreThreads watched = new StoreThreads();
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).start();
        EmbeddedMule mule = start(simulator, watched, "reconcileAfter='500' reconcileAfterUnit='MILLISECONDS'")) {
      end(simulator, mule.run(operation, "Hello"));
      mule.awaitRun("status", run -> ((CallbackAttributes) run.attributes()).isTerminal() && run.hasEnded(), SOON);
      simulator.faults().drop(1);
      end(simulator, mule.run(operation, "Hello"));
      mule.awaitRun("status", run -> ((CallbackAttributes) run.attributes()).isReconciled() && run.hasEnded(), SOON);
      watched.requireNone();
    }
  }

  /** A participant stays in the conference until somebody hangs up. */
  private static void end(TwilioSimulator simulator, FlowResult result) {
    if (result.payload() instanceof Participant participant) {
      simulator.hangUp(participant.getCallSid());
    }
  }

  /** The simulator answers in no time: a message that names no flow waits for nobody's store. */
  @Test
  void aMessageBesideASlowStoreIsSentAtOnce() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMinutes(1)).start();
        EmbeddedMule mule = start(simulator, StoreHook.slow(Duration.ofMillis(300)), "reconcileAfter='15'")) {
      mule.run("plain", "Hello");
      List<CompletableFuture<Message>> sent = sendAll(mule, 100);
      long start = System.nanoTime();
      while (sent.stream().noneMatch(CompletableFuture::isDone)) {
        mule.run("plain", "Hello");
      }
      long plain = simulator.messages().stream().filter(each -> each.text("body").equals("Hello")).count() - 1;
      double millis = Duration.ofNanos(System.nanoTime() - start).toMillis() / (double) Math.max(1, plain);
      assertTrue(millis < 1000, millis + " ms for each message beside a store of 300 ms");
      for (CompletableFuture<Message> each : sent) {
        each.get();
      }
    }
  }

  /** A message that seems to have failed is sent again. */
  @Test
  void aStuckStoreLetsNoMessageSeemToHaveFailed() throws Exception {
    int many = 40;
    CountDownLatch latch = new CountDownLatch(1);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMinutes(1)).start();
        EmbeddedMule mule = start(simulator, StoreHook.stuckUntil(latch), "reconcileAfter='15'")) {
      for (CompletableFuture<Message> each : sendAll(mule, many)) {
        each.get();
      }
      mule.run("add", "");
      assertEquals(many, simulator.messages().size());
      latch.countDown();
    }
  }

  /** A flow, Twilio and the store at once; closing it fails if one of its threads goes on. */
  @Test
  void anApplicationEndsWhateverItsLookUpsWaitFor() throws Exception {
    HeldWork hung = new HeldWork();
    AtomicInteger claims = new AtomicInteger();
    CountDownLatch stuck = new CountDownLatch(1);
    StoreHook stuckLater = (operation, key) -> {
      if (operation.equals("store") && key.startsWith("look-up/") && claims.incrementAndGet() > 5) {
        stuck.countDown();
        StoreHook.stuckUntil(new CountDownLatch(1)).before(operation, key);
      }
    };
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).start()) {
      simulator.faults().drop(1);
      EmbeddedMule mule = builder(simulator, stuckLater, "reconcileAfter='3' reconcileAfterUnit='SECONDS'",
                                  "<flow name='status' " + WorkExtension.NAMESPACE
                                  + "><work:perform callback='#[attributes]'/></flow>")
          .extension(WorkExtension.class).registered("work", hung).start();
      mule.run("send", "Its flow hangs");
      hung.awaitBegun(1, SOON);
      for (CompletableFuture<Message> each : sendAll(mule, 20)) {
        each.get();
      }
      simulator.apiFaults().delayAnswers(Duration.ofSeconds(30));
      assertTrue(stuck.await(SOON.toSeconds(), SECONDS));
      long start = System.nanoTime();
      mule.close();
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertTrue(millis < 15_000, millis + " ms");
      simulator.apiFaults().none();
    }
  }

  @Test
  void aStoreThatIsOutOfOrderLosesNoStatus() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).start();
        EmbeddedMule mule = start(simulator, StoreHook.failing(), "reconcileAfter='500' reconcileAfterUnit='MILLISECONDS'")) {
      simulator.faults().drop(1);
      Message message = (Message) mule.run("send", "Hello").payload();
      CallbackAttributes told = (CallbackAttributes) mule.awaitRun("status", run -> true, SOON).attributes();
      assertEquals(message.getSid(), told.getResourceSid());
      assertTrue(told.isReconciled());
    }
  }

  private List<CompletableFuture<Message>> sendAll(EmbeddedMule mule, int many) {
    List<CompletableFuture<Message>> sent = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      sent.add(CompletableFuture.supplyAsync(() -> (Message) mule.run("send", "With a status").payload(), threads));
    }
    return sent;
  }

  private static EmbeddedMule start(TwilioSimulator simulator, StoreHook hook, String settings) {
    return builder(simulator, hook, settings, flow("status")).start();
  }

  private static EmbeddedMuleBuilder builder(TwilioSimulator simulator, StoreHook hook, String settings, String status) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' responseTimeout='5' baseUri='" + simulator.baseUri() + "'/><twilio:http-callback-config host='127.0.0.1' localPort='"
        + freePort() + "' " + settings + "/></twilio:config>" + sendFlow() + PLAIN + CALL + ADD + status)
            .replacing(HookedObjectStores.SERVICE, new HookedObjectStores(hook));
  }
}
