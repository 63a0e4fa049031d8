package org.muletwilio.functional.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.mule.runtime.api.cluster.ClusterService;
import org.mule.runtime.core.internal.connector.SchedulerController;

import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several nodes of one application, behind a load balancer: of a cluster the primary one registers, of others each does. */
class SourceNodesTest extends SourceFixture {

  private static final String CLUSTER_SERVICE = "_muleClusterService";
  private static final String PUBLIC = "https://mule.example.com";
  private static final String FOREIGN = "https://else.example.com/sms";
  private static final String DELIVERED = "com.twilio.messaging.message.delivered";
  @Test
  void anotherNodeThanThePrimaryServesAndRegistersOnceItIsThePrimary() throws Exception {
    int port = freePort();
    AtomicBoolean primary = new AtomicBoolean();
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = node(port, "", primary::get).start()) {
      assertEquals(2, log.with("leaves").size(), log.all().toString());
      assertEquals(0, changes());
      try (EmbeddedMule first = node(freePort(), "", () -> true).start()) {
        assertRegistered();
      }
      long before = changes();
      simulator.route(PUBLIC, "http://127.0.0.1:" + port);
      assertAnswered(mule, "answer");
      assertEquals(before, changes(), "what is right stays, and the other node does nothing about it");
      account.changeNumber(NUMBER, Map.of("SmsUrl", ""));
      primary.set(true);
      await(() -> smsUrl().startsWith(PUBLIC));
      assertRegistered();
      assertAnswered(mule, "answer");
    }
  }

  @Test
  void thePrimaryAlonePutsBackWhatWasThere() throws Exception {
    AtomicBoolean primary = new AtomicBoolean(true);
    account.changeNumber(NUMBER, Map.of("SmsUrl", FOREIGN));
    String settings = "overwrite='true' onStop='RESTORE'";
    try (EmbeddedMule mule = node(freePort(), settings, primary::get).start()) {
      assertRegistered();
      node(freePort(), settings, () -> false).start().close();
      assertRegistered();
    }
    assertEquals(FOREIGN, smsUrl());
    assertEquals(0, account.get("/v1/Sinks").path("sinks").size());
  }

  @Test
  void withPrimaryNodeOnlyTheOtherNodesAnswerWith503() throws Exception {
    int port = freePort();
    try (EmbeddedMule primary = node(freePort(), "primaryNodeOnly='true'", () -> true).start();
        EmbeddedMule other = node(port, "primaryNodeOnly='true'", () -> false).start()) {
      assertRegistered();
      simulator.route(PUBLIC, "http://127.0.0.1:" + port);
      assertEquals(503, asked().status());
    }
  }

  /** The node has started long ago, and runs on. */
  @Test
  void aNodeThatCantRegisterOnceItIsThePrimarySaysSoOnce() throws Exception {
    AtomicBoolean primary = new AtomicBoolean();
    account.changeNumber(NUMBER, Map.of("SmsUrl", FOREIGN));
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = node(freePort(), "", primary::get).start()) {
      primary.set(true);
      await(() -> !log.with("Twilio does not call it: the SMS URL of number " + NUMBER + " is " + FOREIGN).isEmpty());
      assertEquals(0, log.with("tries again").size(), log.all().toString());
      assertEquals(FOREIGN, smsUrl());
    }
  }

  /** Answers of the API that wait let the requests of both come between each other. */
  @RepeatedTest(4)
  void nodesThatStartAtTheSameMomentRegisterOnce() throws Exception {
    int first = freePort();
    int second = freePort();
    simulator.apiFaults().delayAnswers(Duration.ofMillis(20));
    CyclicBarrier barrier = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<EmbeddedMule> one = threads.submit(starting(first, barrier));
      Future<EmbeddedMule> other = threads.submit(starting(second, barrier));
      try (EmbeddedMule mule = one.get(60, SECONDS); EmbeddedMule another = other.get(60, SECONDS)) {
        simulator.apiFaults().none();
        assertRegistered();
        for (Map.Entry<Integer, EmbeddedMule> each : Map.of(first, mule, second, another).entrySet()) {
          simulator.route(PUBLIC, "http://127.0.0.1:" + each.getKey());
          assertAnswered(each.getValue(), "answer");
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<EmbeddedMule> starting(int port, CyclicBarrier barrier) {
    EmbeddedMuleBuilder node = node(port, "", () -> true);
    return () -> {
      barrier.await(60, SECONDS);
      return node.start();
    };
  }

  /** What a cluster puts in place of Mule's: the connector asks the one, Mule the other whether a source runs. */
  private EmbeddedMuleBuilder node(int port, String settings, BooleanSupplier primary) {
    ClusterService cluster = primary::getAsBoolean;
    SchedulerController sources = primary::getAsBoolean;
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
        + "' domain='mule.example.com' remotePort='443'/>")
        + "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "' " + settings
        + "/><set-payload value='&lt;Response/&gt;'/></flow><flow name='events'><twilio:on-event config-ref='Twilio' types='"
        + DELIVERED + "' " + settings + "/><logger level='DEBUG' message='in'/></flow>").replacing(CLUSTER_SERVICE, cluster)
            .registered("_mulePollingController", sources);
  }

  private void assertRegistered() {
    assertTrue(smsUrl().startsWith(PUBLIC + "/twilio/callbacks/Twilio/source-inbound-message/answer/"), smsUrl());
    List<JsonNode> sinks = account.get("/v1/Sinks").path("sinks").findParents("sink_configuration");
    List<JsonNode> subscriptions = account.get("/v1/Subscriptions").path("subscriptions").findParents("sink_sid");
    assertEquals(1, sinks.size(), sinks.toString());
    assertEquals(1, subscriptions.size(), subscriptions.toString());
    assertEquals(sinks.get(0).path("sid").asText(), subscriptions.get(0).path("sink_sid").asText());
  }

  private long changes() {
    return simulator.requests().stream().filter(each -> !each.method().equals("GET")).count();
  }
}
