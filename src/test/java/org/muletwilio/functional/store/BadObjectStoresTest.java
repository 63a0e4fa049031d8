package org.muletwilio.functional.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.internal.callback.claim.ClaimKeeper;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.store.HookedObjectStores;
import org.muletwilio.testkit.store.StoreHook;
import org.muletwilio.testkit.store.StoreThreads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callbacks whose object store is slow, stuck or out of order. Each is answered before Twilio gives up, after 15 seconds. */
class BadObjectStoresTest {

  private static final int AT_ONCE = 60;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final StoreThreads threads = new StoreThreads();
  private final AtomicReference<StoreHook> hook = new AtomicReference<>((operation, key) -> { });

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  @Test
  void aSlowStoreKeepsNoCallbackFromItsAnswer() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator)) {
      String url = urlOf(mule);
      assertEquals(List.of(204), statuses(send(simulator, url, 0, 1)));
      hook.set(StoreHook.slow(Duration.ofMillis(200)));
      List<Integer> statuses = statuses(send(simulator, url, 1, AT_ONCE));
      assertTrue(statuses.stream().allMatch(status -> status == 204), statuses::toString);
      assertEquals(AT_ONCE + 1, mule.runs("status").size());
      threads.requireNone();
    }
  }

  @Test
  void aStuckStoreIsAnsweredForInTime() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (LogLines log = LogLines.of(ClaimKeeper.class.getName(), Level.WARN);
        TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator)) {
      String url = urlOf(mule);
      hook.set(StoreHook.stuckUntil(latch));
      List<Integer> statuses = statuses(send(simulator, url, 0, AT_ONCE));
      assertTrue(statuses.stream().allMatch(status -> status == 503), statuses::toString);
      assertEquals(0, mule.runs("status").size());
      latch.countDown();
      for (long end = System.nanoTime() + SECONDS.toNanos(20); statuses.contains(503) && System.nanoTime() < end;) {
        statuses = statuses(send(simulator, url, 0, AT_ONCE));
      }
      assertTrue(statuses.stream().allMatch(status -> status == 204), statuses::toString);
      assertEquals(AT_ONCE, mule.runs("status").size());
      assertEquals(1, log.with("has not answered within 8000 ms").size(), log.all()::toString);
      threads.requireNone();
    } finally {
      latch.countDown();
    }
  }

  @Test
  void withAStoreThatFailsNoFlowRuns() throws Exception {
    try (LogLines log = LogLines.of(ClaimKeeper.class.getName(), Level.WARN);
        TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator)) {
      String url = urlOf(mule);
      hook.set(StoreHook.failing());
      List<Integer> statuses = statuses(send(simulator, url, 0, AT_ONCE));
      assertTrue(statuses.stream().allMatch(status -> status == 503), statuses::toString);
      assertEquals(0, mule.runs("status").size());
      hook.set((operation, key) -> { });
      statuses = statuses(send(simulator, url, 0, AT_ONCE));
      assertTrue(statuses.stream().allMatch(status -> status == 204), statuses::toString);
      assertEquals(1, log.all().size(), log.all()::toString);
      assertTrue(log.all().get(0).contains("object store of config 'Twilio' fails"), log.all()::toString);
      threads.requireNone();
    }
  }

  private static TwilioSimulator simulator() {
    return TwilioSimulator.builder().pace(Duration.ofMillis(10)).senders(AT_ONCE).start();
  }

  private EmbeddedMule start(TwilioSimulator simulator) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort()
        + "' maxConcurrency='" + 2 * AT_ONCE + "' objectStore='callbacks'/>") + flow("status")
        + "<flow name='url'><twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' flow-ref='status'/></flow>")
            .replacing(HookedObjectStores.SERVICE,
                       new HookedObjectStores(threads.then((operation, key) -> hook.get().before(operation, key)))).start();
  }

  /** @return the address, without the fragment that asks Twilio for repeats */
  private static String urlOf(EmbeddedMule mule) {
    String url = (String) mule.run("url", "").payload();
    return url.substring(0, url.indexOf('#'));
  }

  private List<Future<CallbackAttempt>> send(TwilioSimulator simulator, String url, int from, int number) {
    List<Future<CallbackAttempt>> sent = new ArrayList<>();
    for (int i = from; i < from + number; i++) {
      Form fields = Form.of("MessageSid", "SM" + i, "MessageStatus", "delivered");
      sent.add(callers.submit(() -> simulator.forge(url).fields(fields).signedBy(TOKEN).send()));
    }
    return sent;
  }

  /** @return what was answered, or 0 for none within Twilio's time */
  private static List<Integer> statuses(List<Future<CallbackAttempt>> sent) throws Exception {
    List<CallbackAttempt> attempts = new ArrayList<>();
    for (Future<CallbackAttempt> each : sent) {
      attempts.add(each.get(60, SECONDS));
    }
    return attempts.stream().map(CallbackAttempt::status).collect(toList());
  }
}
