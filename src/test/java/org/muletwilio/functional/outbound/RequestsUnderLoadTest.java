package org.muletwilio.functional.outbound;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;
import static org.muletwilio.testkit.http.BadServer.answering;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests beside others that wait: for the end of a rate limit, for a connection, for an access token. */
@Timeout(120)
class RequestsUnderLoadTest extends LoadFixture {

  @Test
  void throttledSendsHoldNoThreadsAndAreToldAsThrottled() throws Exception {
    try (TwilioSimulator throttling = simulator();
        TwilioSimulator other = simulator();
        EmbeddedMule mule = application(config("Twilio", throttling, "").replace("baseUri", "retryBudget='6' baseUri")
            + config("Plain", other, "") + sendFlow().replace(" status-callback-flow-ref='status'", "") + PLAIN)
            .name("throttled").start()) {
      throttling.apiFaults().nextCreates(10_000, ApiFault.answer(ApiAnswer.tooManyRequests(Duration.ofSeconds(5))));
      List<CompletableFuture<String>> ends = send(mule, "send", 400);
      throttling.awaitRequests(all -> all.stream().filter(each -> each.method().equals("POST")).count() >= 400, SOON);
      long millis = millisOf(() -> mule.run("plain", ""));
      long held = Thread.getAllStackTraces().entrySet().stream()
          .filter(each -> each.getKey().getName().startsWith("throttled.io.")
          && Stream.of(each.getValue()).anyMatch(frame -> frame.getClassName().startsWith("org.muletwilio."))).count();
      assertTrue(millis < 1500, "an unrelated send took " + millis + " ms");
      assertTrue(held < 40, held + " threads are held by 400 throttled sends");
      assertEquals(Map.of("TWILIO:TOO_MANY_REQUESTS", 400L), counts(ends));
      assertEquals(0, throttling.messages().size());
    }
  }

  @Test
  void oneConnectionServesManyInTurnOnABusyMachine() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> busy = IntStream.range(0, 2).mapToObj(i -> new Thread(RequestsUnderLoadTest::spin, "busy-" + i))
        .collect(toList());
    try (BadServer twilio = BadServer.start((request, client) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      now.decrementAndGet();
      return answering(201, MESSAGE).serve(request, client);
    }); EmbeddedMule mule = start(twilio.baseUri(), "maxConnections='1'")) {
      busy.forEach(Thread::start);
      assertEquals(Map.of("sent", 200L), counts(send(mule, "plain", 200)));
      assertEquals(1, most.get(), "requests at a time");
      assertEquals(200, twilio.count("POST"));
    } finally {
      busy.forEach(Thread::interrupt);
    }
  }

  @Test
  void whoWaitsForTheOnlyConnectionInVainHasSentNothing() throws Exception {
    try (BadServer twilio = BadServer.start(BadServer.stallAfter("")); EmbeddedMule mule = start(twilio.baseUri(),
        "maxConnections='1' responseTimeout='2'")) {
      List<String> ends = results(send(mule, "plain", 8));
      assertTrue(ends.contains("TWILIO:CONNECTIVITY"), ends.toString());
      assertTrue(ends.contains("TWILIO:TIMEOUT"), ends.toString());
      assertEquals(ends.stream().filter("TWILIO:TIMEOUT"::equals).count(), twilio.count("POST"),
          "only what was sent may have been done");
    }
  }

  @Test
  void lookUpsShareOneAccessToken() throws Exception {
    String client = "OQ" + "3".repeat(32);
    try (TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN).oauthApp(ACCOUNT, client, "secret")
        .pace(Duration.ofMillis(10)).start();
        EmbeddedMule mule = application("<twilio:config name='Twilio'><twilio:oauth-connection accountSid='" + ACCOUNT
            + "' clientId='"
            + client + "' clientSecret='secret' authToken='" + TOKEN + "' baseUri='" + simulator.baseUri() + "'/>"
            + "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "' reconcileAfter='300' "
            + "reconcileAfterUnit='MILLISECONDS'/></twilio:config>" + sendFlow() + flow("status")).start()) {
      simulator.faults().drop(1);
      assertEquals(Map.of("sent", 40L), counts(send(mule, "send", 40)));
      mule.awaitRun("status", run -> mule.runs("status").size() >= 40, SOON);
      assertTrue(simulator.requests().stream().filter(each -> each.method().equals("GET")).count() >= 40, "looked up");
      assertEquals(1, simulator.requests().stream().filter(each -> each.path().contains("/v2/token")).count());
    }
  }

  @Test
  void synchronousOperationsWaitNoLongerThanTheyMay() throws Exception {
    try (BadServer twilio = BadServer.start(BadServer.stallAfter(BadServer.head(200, 1000) + "{\"sid\":"));
        EmbeddedMule mule = start(twilio.baseUri(), "responseTimeout='1'")) {
      long millis = millisOf(() -> assertEquals(Map.of("TWILIO:TIMEOUT", 60L), counts(send(mule, "get", 60))));
      assertTrue(millis < 15_000, "60 reads took " + millis + " ms");
    }
  }
}
