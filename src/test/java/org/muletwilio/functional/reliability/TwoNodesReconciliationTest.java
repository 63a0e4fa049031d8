package org.muletwilio.functional.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.store.HookedObjectStores;
import org.muletwilio.testkit.store.SharedObjectStores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Two nodes of an application that share an object store; no callback ever comes. */
class TwoNodesReconciliationTest {

  private static final int MANY = 50;
  private static final Duration CLAIMED = Duration.ofSeconds(3);
  private static final String MESSAGES = "/Messages/";

  private final Map<String, Map<String, String>> stores = new ConcurrentHashMap<>();

  @Test
  void eachStatusIsLookedUpOnceAndRunsItsFlowOnce() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule one = start(simulator); EmbeddedMule other = start(simulator)) {
      simulator.faults().drop(1);
      Set<String> sids = send(one);
      sids.addAll(send(other));
      awaitRuns(sids, one, other);
      Map<Object, Long> runs = runs(one, other).collect(groupingBy(run -> attributes(run).getResourceSid(), counting()));
      assertEquals(sids, runs.keySet());
      assertTrue(runs.values().stream().allMatch(count -> count == 1), runs::toString);
      assertLookedUpOnce(sids, simulator);
    }
  }

  @Test
  void aNodeLooksUpWhatAnotherOneCanNotAnyMore() throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule other = start(simulator)) {
      simulator.faults().drop(1);
      Set<String> sids;
      try (EmbeddedMule one = start(simulator)) {
        sids = send(one);
      }
      awaitRuns(sids, other);
      assertEquals(MANY, other.runs("status").size());
    }
  }

  /** A node that takes longer than it has claimed a look-up for, as on a busy machine, may see another one do it again. */
  private static void assertLookedUpOnce(Set<String> sids, TwilioSimulator simulator) {
    Map<String, List<ApiExchange>> lookUps = simulator.requests().stream().filter(each -> each.method().equals("GET"))
        .filter(each -> each.path().contains(MESSAGES)).collect(groupingBy(TwoNodesReconciliationTest::sidOf));
    assertEquals(sids, lookUps.keySet());
    lookUps.forEach((sid, each) -> IntStream.range(1, each.size()).forEach(i -> {
      Duration between = Duration.between(each.get(i - 1).request().at(), each.get(i).request().at());
      assertTrue(between.compareTo(CLAIMED.minusSeconds(1)) > 0, () -> sid + " was looked up twice within " + between);
    }));
  }

  private static String sidOf(ApiExchange request) {
    return request.path().substring(request.path().indexOf(MESSAGES) + MESSAGES.length(), request.path().lastIndexOf('.'));
  }

  private static Set<String> send(EmbeddedMule mule) {
    Set<String> sids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      sids.add(((Message) mule.run("send", "Hello").payload()).getSid());
    }
    return sids;
  }

  /** Until each has run its flow, and nothing is left in the store. */
  private void awaitRuns(Set<String> sids, EmbeddedMule... nodes) throws InterruptedException {
    Set<String> left = new HashSet<>(sids);
    long end = System.nanoTime() + 2 * SOON.toNanos();
    while ((!left.isEmpty() || !pending().isEmpty()) && System.nanoTime() < end) {
      Thread.sleep(20);
      runs(nodes).forEach(run -> left.remove(attributes(run).getResourceSid()));
    }
    assertEquals(Set.of(), left);
    assertEquals(List.of(), pending());
  }

  private List<String> pending() {
    return new ArrayList<>(stores.get("shared-pending-Twilio").keySet());
  }

  private static Stream<FlowRun> runs(EmbeddedMule... nodes) {
    return Stream.of(nodes).flatMap(node -> node.runs("status").stream());
  }

  private static CallbackAttributes attributes(FlowRun run) {
    return (CallbackAttributes) run.attributes();
  }

  private EmbeddedMule start(TwilioSimulator simulator) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort()
        + "' reconcileAfter='" + CLAIMED.toSeconds() + "' reconcileAfterUnit='SECONDS' objectStore='shared'/>")
        + sendFlow() + flow("status"))
            .replacing(HookedObjectStores.SERVICE, new SharedObjectStores(stores)).start();
  }
}
