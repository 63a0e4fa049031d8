package org.muletwilio.functional.flow;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.HeldWork;
import org.muletwilio.testkit.work.WorkExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Flows that hang, and flows that are stopped while they run, whose end Mule 4.1.1 never tells. */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class HungFlowTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<Integer> TAKEN = List.of(204, 204, 204);

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final HeldWork work = new HeldWork();

  @AfterEach
  void end() {
    work.release();
    callers.shutdownNow();
  }

  @Test
  void aFlowThatIsStoppedInARunTakesNoPlaceForEver() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = start(simulator, "maxConcurrency='2' flowTimeout='7' flowTimeoutUnit='SECONDS'")) {
      String url = urlOf(mule, "status");
      List<Future<CallbackAttempt>> hung = List.of(send(simulator, url, "SM1"), send(simulator, url, "SM2"));
      work.awaitBegun(2, LONG);
      List<Future<CallbackAttempt>> repeats = List.of(send(simulator, url, "SM1"), send(simulator, url, "SM1"));
      mule.stopFlow("status");
      work.release();
      mule.startFlow("status");
      for (Future<CallbackAttempt> each : hung) {
        assertEquals(503, each.get(20, SECONDS).status());
      }
      for (Future<CallbackAttempt> each : repeats) {
        assertEquals(503, each.get(20, SECONDS).status());
      }
      for (String sid : List.of("SM1", "SM2", "SM3", "SM4")) {
        assertEquals(204, send(simulator, url, sid).get(20, SECONDS).status());
      }
    }
  }

  @Test
  void repeatsThatWaitKeepNobodyElseOut() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "maxConcurrency='4'")) {
      String url = urlOf(mule, "status");
      Future<CallbackAttempt> first = send(simulator, url, "SM1");
      work.awaitBegun(1, LONG);
      List<Future<CallbackAttempt>> repeats =
          IntStream.range(0, 6).mapToObj(each -> send(simulator, url, "SM1")).collect(toList());
      String other = urlOf(mule, "other");
      // a repeat has a place until it is known as one
      int settling = 0;
      for (long end = System.nanoTime() + LONG.toNanos(); !statusesOfThree(simulator, other, settling).equals(TAKEN);) {
        settling++;
        assertTrue(System.nanoTime() < end, "the repeats keep their places");
      }
      for (int round = 1; round <= 5; round++) {
        assertEquals(TAKEN, statusesOfThree(simulator, other, settling + round));
      }
      work.release();
      assertTrue(List.of(204, 503).contains(first.get(20, SECONDS).status()));
      for (Future<CallbackAttempt> repeat : repeats) {
        // on a very slow machine it has given up
        assertTrue(List.of(204, 503).contains(repeat.get(20, SECONDS).status()));
      }
      assertEquals(1, mule.runs("status").size());
    }
  }

  private List<Integer> statusesOfThree(TwilioSimulator simulator, String url, int round) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (Future<CallbackAttempt> each : IntStream.range(0, 3)
        .mapToObj(number -> send(simulator, url, "SM" + round + "other" + number)).collect(toList())) {
      statuses.add(each.get(20, SECONDS).status());
    }
    return statuses;
  }

  /** Twilio waits for 15 seconds. */
  @Test
  void everyCallbackIsAnsweredBeforeTwilioGivesUp() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "")) {
      String url = urlOf(mule, "status");
      long start = System.nanoTime();
      List<Future<CallbackAttempt>> callbacks = IntStream.range(0, 3).mapToObj(each -> send(simulator, url, "SM1"))
          .collect(toList());
      for (Future<CallbackAttempt> each : callbacks) {
        assertEquals(503, each.get(20, SECONDS).status());
      }
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertTrue(millis >= 12_900, () -> millis + " ms");
      work.release();
      mule.awaitRun("status", run -> run.succeeded(), LONG);
      assertEquals(204, send(simulator, url, "SM1").get(20, SECONDS).status());
      assertEquals(1, mule.runs("status").size());
    }
  }

  private EmbeddedMule start(TwilioSimulator simulator, String settings) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "' "
        + settings + "/>") + "<flow name='status-url'><twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' "
        + "flow-ref='status'/></flow><flow name='other-url'><twilio:callback-url config-ref='Twilio' kind='MESSAGE_STATUS' "
        + "flow-ref='other'/></flow><flow name='status' " + WorkExtension.NAMESPACE
        + "><work:perform callback='#[attributes]'/></flow>"
        + TestApplication.flow("other")).extension(WorkExtension.class).registered("work", work).start();
  }

  /** @return the address of a flow, without the fragment that asks Twilio for repeats */
  private static String urlOf(EmbeddedMule mule, String flow) {
    String url = (String) mule.run(flow + "-url", "").payload();
    return url.substring(0, url.indexOf('#'));
  }

  private Future<CallbackAttempt> send(TwilioSimulator simulator, String url, String sid) {
    return callers.submit(() -> simulator.forge(url).fields(Form.of("MessageSid", sid, "MessageStatus", "delivered"))
        .signedBy(TOKEN).send());
  }
}
