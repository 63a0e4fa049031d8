package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.outbound.OutboundApplication.connection;
import static org.muletwilio.functional.outbound.OutboundApplication.failure;
import static org.muletwilio.functional.outbound.OutboundApplication.start;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again when something goes wrong, and what is not. */
class OutboundTest {

  @Test
  void aGetSurvivesOneDroppedConnection() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      mule.run("send", "Hello");
      String sid = simulator.messages().get(0).sid();
      simulator.apiFaults().nextRequests(1, ApiFault.cutBefore());
      assertTrue(mule.run("get", sid).payload().toString().contains(sid));
      assertEquals(2, count(simulator, "GET", sid));
      simulator.apiFaults().nextRequests(2, ApiFault.cutBefore());
      assertEquals("TWILIO:CONNECTIVITY", failure(mule, "get", sid).errorType());
      assertEquals(4, count(simulator, "GET", sid));
    }
  }

  @Test
  void aDeleteWhoseAnswerWasLostIsDone() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      String sid = mule.run("create", "").payload().toString();
      simulator.apiFaults().nextRequests(1, ApiFault.cutAfter());
      mule.run("delete", sid);
      assertEquals(2, count(simulator, "DELETE", sid));
      assertEquals("TWILIO:NOT_FOUND", failure(mule, "delete", sid).errorType());
    }
  }

  @Test
  void aCreateOnAConnectionThatWasUsedBeforeIsSentOnceWhenItBreaks() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      mule.run("send", "Hello");
      simulator.apiFaults().nextCreates(5, ApiFault.cutBefore());
      assertEquals("TWILIO:UNKNOWN_OUTCOME", failure(mule, "send", "Hello").errorType());
      assertEquals(2, count(simulator, "POST", "Messages"));
    }
  }

  @ParameterizedTest
  @CsvSource({"retryBudget='0', 1", "retryBudget='900' retryBudgetUnit='MILLISECONDS', 1", "retryBudget='1', 2"})
  void tooManyRequestsAreRepeatedWithinTheBudget(String attributes, int tries) {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(connection(simulator.baseUri(), attributes, ""))) {
      simulator.apiFaults().nextCreates(10, ApiFault.answer(ApiAnswer.tooManyRequests(Duration.ofSeconds(1))));
      assertEquals("TWILIO:TOO_MANY_REQUESTS", failure(mule, "send", "Hello").errorType());
      assertTrue(count(simulator, "POST", "Messages") <= tries);
      assertEquals(List.of(), simulator.messages());
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        TwilioSimulator elsewhere = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(simulator)) {
      ApiAnswer redirect =
          new ApiAnswer(307, Map.of("Location", elsewhere.baseUri() + "/2010-04-01/Accounts/" + ACCOUNT + ".json"), "");
      simulator.apiFaults().nextCreates(1, ApiFault.answer(redirect));
      assertEquals("TWILIO:SERVER_ERROR", failure(mule, "send", "Hello").errorType());
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  void oneConnectionIsEnoughForMany() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(connection(simulator.baseUri(), "maxConnections='1'", ""))) {
      IntStream.range(0, 20).parallel().forEach(i -> mule.run("send", "Hello"));
      assertEquals(20, simulator.messages().size());
    }
  }

  @Test
  void anAnswerThatStallsIsGivenUp() throws Exception {
    try (BadServer server = BadServer.start(BadServer.stallAfter(BadServer.head(201, 100) + "{"));
        EmbeddedMule mule = start(connection(server.baseUri(), "responseTimeout='500' responseTimeoutUnit='MILLISECONDS'", ""))) {
      FlowFailedException error = failure(mule, "send", "Hello");
      assertEquals("TWILIO:TIMEOUT", error.errorType(), error::description);
    }
  }

  private static long count(TwilioSimulator simulator, String method, String inPath) {
    return simulator.requests().stream().filter(each -> each.method().equals(method) && each.path().contains(inPath)).count();
  }
}
