package org.muletwilio.functional.reliability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.load.StalledSenders;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.store.HookedObjectStores;
import org.muletwilio.testkit.store.StoreHook;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;
import org.muletwilio.testkit.work.WorkJournal;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that goes wrong at once, for a minute or as long as {@code -Dsoak.seconds=N} says: an object store that takes its time,
 * flows that hang, senders that stall with and without a signature, connections that are kept open, callbacks that are dropped,
 * repeated and late, and an application that is restarted meanwhile. Each message still runs its flow exactly once, and nothing
 * stays behind.
 */
// Mule's own, of flows that are on their way from one thread to the next when their application stops
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class SoakTest {

  private static final long SEED = 4711;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak.seconds", 60));
  private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(12);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int SENDERS = 4;
  private static final int STALLED = 8;
  private static final int HUNG_ONE_IN = 150;

  private final WorkJournal work = new WorkJournal(SEED, 0.03);
  private final AtomicInteger performed = new AtomicInteger();
  private final AtomicInteger hung = new AtomicInteger();

  @Test
  void holds(@TempDir Path folder) throws Exception {
    int port = freePort();
    int restarts = 0;
    long end = System.nanoTime() + TIME.toNanos();
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(20)).senders(16).start()) {
      simulator.faults().seed(SEED).drop(0.05).repeat(0.1).reorder(0.1).delay(0.1, Duration.ofMillis(300));
      while (System.nanoTime() < end) {
        try (EmbeddedMule mule = start(simulator, port, folder);
            StalledSenders stalled = StalledSenders.start(port, firstTarget(simulator, mule), STALLED);
            KeptConnection idle = new KeptConnection(port)) {
          assertEquals(404, idle.send(KeptConnection.post("/twilio/callbacks/nowhere", "", "")));
          sendUntil(mule, Math.min(end, System.nanoTime() + BETWEEN_RESTARTS.toNanos()));
        }
        restarts++;
      }
      try (EmbeddedMule mule = start(simulator, port, folder)) {
        awaitEnd(simulator);
      }
      Map<String, String> done = doneTerminally();
      assertEquals(Map.of(), statusesOf(simulator).entrySet().stream()
          .filter(each -> !each.getValue().equals(done.get(each.getKey())))
          .collect(toMap(Map.Entry::getKey, each -> each.getValue() + " but ran for " + done.get(each.getKey()))));
      System.out.println("Soak: " + simulator.messages().size() + " messages, " + simulator.callbacks().size() + " callbacks, "
          + hung.get() + " hung runs, " + work.failed() + " failed runs, " + restarts + " restarts");
      assertTrue(hung.get() > 0 && restarts > 0 && work.failed() > 0, "the soak was too short to mean anything");
    }
    assertTrue(cpuOfAQuietSecond() < 0.6, "something still works after the application has stopped");
    assertEquals(Set.of(), Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.contains("twilio-Twilio")).collect(toSet()));
  }

  private EmbeddedMule start(TwilioSimulator simulator, int port, Path folder) {
    return TestApplication.application(config("Twilio", simulator.baseUri(), "<twilio:http-callback-config host='127.0.0.1' "
        + "localPort='" + port + "' maxConcurrency='64' flowTimeout='15' flowTimeoutUnit='SECONDS' objectStore='callbacks' "
        + "reconcileAfter='2' reconcileAfterUnit='SECONDS'/>")
        + sendFlow() + "<flow name='status' " + WorkExtension.NAMESPACE + "><work:perform callback='#[attributes]'/></flow>")
        .extension(WorkExtension.class).registered("work", (Work) this::perform)
        .replacing(HookedObjectStores.SERVICE, new HookedObjectStores(StoreHook.slow(Duration.ofMillis(20))))
        .workingDirectory(folder).forgetRuns().start();
  }

  /** One in so many runs hangs until it is interrupted, or for far longer than a flow may run. */
  private void perform(CallbackAttributes callback) {
    if (performed.incrementAndGet() % HUNG_ONE_IN == 0) {
      hung.incrementAndGet();
      try {
        new CountDownLatch(1).await(60, SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("hung on purpose");
    }
    work.perform(callback);
  }

  /** The path and query of a genuine callback: a stalled sender has learned it somewhere. */
  private static String firstTarget(TwilioSimulator simulator, EmbeddedMule mule) throws Exception {
    mule.run("send", "The first one");
    CallbackAttempt attempt = simulator.awaitCallbacks(all -> !all.isEmpty(), LONG).get(0);
    return attempt.callback().url().substring(attempt.callback().url().indexOf('/', "https://".length()));
  }

  private static void sendUntil(EmbeddedMule mule, long endNanos) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        all.add(senders.submit(() -> {
          while (System.nanoTime() < endNanos) {
            mule.run("send", "Hello");
            Thread.sleep(15);
          }
          return null;
        }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private void awaitEnd(TwilioSimulator simulator) throws Exception {
    Set<String> sids = simulator.messages().stream().map(Resource::sid).collect(toSet());
    work.await(done -> done.stream().filter(CallbackAttributes::isTerminal).map(CallbackAttributes::getResourceSid)
        .collect(toSet()).containsAll(sids), LONG);
  }

  private Map<String, String> doneTerminally() {
    return work.done().stream().filter(CallbackAttributes::isTerminal).collect(
        toMap(CallbackAttributes::getResourceSid, CallbackAttributes::getStatus, (one, other) -> one + " and " + other));
  }

  private static Map<String, String> statusesOf(TwilioSimulator simulator) {
    return simulator.messages().stream().collect(toMap(Resource::sid, Resource::status));
  }

  /** @return how many seconds of CPU the process takes in a second in which nothing is asked of it */
  private static double cpuOfAQuietSecond() throws InterruptedException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Thread.sleep(1000);
    long before = system.getProcessCpuTime();
    Thread.sleep(1000);
    return (system.getProcessCpuTime() - before) / 1e9;
  }
}
