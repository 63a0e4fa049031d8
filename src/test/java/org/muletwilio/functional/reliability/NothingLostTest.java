package org.muletwilio.functional.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkJournal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that goes wrong with callbacks at once: lost, repeated, reordered and delayed ones, flows that fail, and an application
 * that is restarted while callbacks come.
 *
 * <p>A message has run its flow exactly once when, of all runs with a last status of it, one succeeded and no more. A run that
 * failed doesn't count: Twilio repeats its callback because it failed.
 */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class NothingLostTest {

  private static final long SEED = 4711;
  private static final int SENDERS = 8;
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String STORE = "twilio-callbacks";
  private static final String PENDING = STORE + "-pending-Twilio";

  @Test
  void withAnObjectStoreEachMessageRunsItsFlowExactlyOnce(@TempDir Path folder) throws Exception {
    int messages = 2000;
    WorkJournal work = new WorkJournal(SEED, 0.05);
    int port = freePort();
    String settings = "objectStore='" + STORE + "' reconcileAfter='2' reconcileAfterUnit='SECONDS'";
    long start = System.nanoTime();
    try (TwilioSimulator simulator = faultySimulator()) {
      try (EmbeddedMule mule = start(simulator, port, settings, folder, work)) {
        send(mule, messages / 2);
      }
      long before = work.done().stream().filter(CallbackAttributes::isTerminal).count();
      List<CallbackAttempt> known = simulator.callbacks().stream().filter(NothingLostTest::isLastAndDone).limit(20).toList();
      try (EmbeddedMule mule = start(simulator, port, settings, folder, work)) {
        for (CallbackAttempt each : known) {
          assertEquals(204, simulator.repeat(each).status());
        }
        send(mule, messages / 2);
        awaitEnd(simulator, work, mule);
      }
      report("With an object store", simulator, work, start);
      assertTrue(before < messages / 2, "the restart came when all was done");
      assertEquals(statusesOf(simulator), work.done().stream().filter(CallbackAttributes::isTerminal)
          .collect(toMap(CallbackAttributes::getResourceSid, CallbackAttributes::getStatus,
                         (one, other) -> one + " and " + other)));
      assertTrue(work.done().stream().anyMatch(CallbackAttributes::isReconciled));
      assertTrue(work.failed() > 0);
    }
  }

  /** Here a restart forgets what has run: no message is lost, but a callback that is repeated after it runs its flow again. */
  @Test
  void withoutAnObjectStoreEachMessageRunsItsFlowAtLeastOnce(@TempDir Path folder) throws Exception {
    int messages = 200;
    WorkJournal work = new WorkJournal(SEED, 0.05);
    int port = freePort();
    String settings = "reconcileAfter='2' reconcileAfterUnit='SECONDS'";
    long start = System.nanoTime();
    try (TwilioSimulator simulator = faultySimulator()) {
      CallbackAttempt known;
      try (EmbeddedMule mule = start(simulator, port, settings, folder, work)) {
        send(mule, messages / 2);
        known = simulator.awaitCallbacks(all -> all.stream().anyMatch(NothingLostTest::isLastAndDone), SOON).stream()
            .filter(NothingLostTest::isLastAndDone).findFirst().orElseThrow();
      }
      try (EmbeddedMule mule = start(simulator, port, settings, folder, work)) {
        send(mule, messages / 2);
        awaitEnd(simulator, work, mule);
        while (!simulator.repeat(known).successful()) {
          Thread.onSpinWait();
        }
      }
      report("Without an object store", simulator, work, start);
      Map<String, Long> runs = work.done().stream().filter(CallbackAttributes::isTerminal)
          .collect(groupingBy(CallbackAttributes::getResourceSid, counting()));
      assertEquals(statusesOf(simulator).keySet(), runs.keySet());
      assertTrue(runs.get(known.resourceSid()) >= 2, "it is remembered without an object store");
    }
  }

  private static TwilioSimulator faultySimulator() {
    TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).senders(32).start();
    simulator.faults().seed(SEED).drop(0.05).repeat(0.1).reorder(0.1).delay(0.1, Duration.ofMillis(300));
    return simulator;
  }

  private static EmbeddedMule start(TwilioSimulator simulator, int port, String settings, Path folder, Work work) {
    return WorkApplication.start(simulator.baseUri(), port, settings, folder, work);
  }

  private static void send(EmbeddedMule mule, int messages) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        String body = "Message " + i;
        sent.add(senders.submit(() -> mule.run("send", body)));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** Until each flow has heard of its end, no callback is under way, and nothing is awaited. */
  private static void awaitEnd(TwilioSimulator simulator, WorkJournal work, EmbeddedMule mule) throws Exception {
    Set<String> sids = simulator.messages().stream().map(Resource::sid).collect(toSet());
    work.await(done -> done.stream().filter(CallbackAttributes::isTerminal).map(CallbackAttributes::getResourceSid)
        .collect(toSet()).containsAll(sids), LONG);
    Set<String> told = Stream.concat(simulator.dropped().stream(), simulator.callbacks().stream().map(CallbackAttempt::callback))
        .map(each -> each.resourceSid() + each.fields().first("MessageStatus")).collect(toSet());
    simulator.awaitCallbacks(all -> {
      all.forEach(each -> told.add(each.resourceSid() + each.callback().fields().first("MessageStatus")));
      return told.size() >= 2 * sids.size();
    }, SOON);
    ObjectStore<?> pending = mule.lookup(ObjectStoreManager.class).getObjectStore(PENDING);
    for (long end = System.nanoTime() + SOON.toNanos(); !pending.allKeys().isEmpty() && System.nanoTime() < end;) {
      Thread.sleep(20);
    }
    assertEquals(List.of(), pending.allKeys());
  }

  private static boolean isLastAndDone(CallbackAttempt attempt) {
    return attempt.successful() && attempt.field("MessageStatus").equals("delivered");
  }

  private static Map<String, String> statusesOf(TwilioSimulator simulator) {
    return simulator.messages().stream().collect(toMap(Resource::sid, Resource::status));
  }

  private static void report(String run, TwilioSimulator simulator, WorkJournal work, long startNanos) {
    List<CallbackAttempt> sent = simulator.callbacks();
    List<CallbackAttributes> done = work.done();
    long tokens = sent.stream().map(CallbackAttempt::idempotencyToken).distinct().count();
    long reconciled = done.stream().filter(CallbackAttributes::isReconciled).count();
    long answeredWell = sent.stream().filter(CallbackAttempt::successful).count();
    System.out.println(run + ": " + simulator.messages().size() + " messages; " + tokens + " callbacks sent, "
        + (sent.size() - tokens) + " repeats, " + simulator.dropped().size() + " dropped; " + (done.size() + work.failed())
        + " flow runs, of which " + work.failed() + " failed and " + reconciled + " were reconciled; "
        + (answeredWell - done.size() + reconciled) + " duplicates suppressed; "
        + Duration.ofNanos(System.nanoTime() - startNanos).toMillis() + " ms");
  }
}
