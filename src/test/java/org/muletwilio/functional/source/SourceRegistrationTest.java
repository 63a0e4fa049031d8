package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source registers its address with Twilio: it asks first, and follows changes. */
@ExpectedErrors({"can't start", "both want", "can't register", "Failed to connect/reconnect"})
class SourceRegistrationTest extends SourceFixture {

  @Test
  void anEmptyAddressIsSetAndSurvivesARestart() throws Exception {
    try (EmbeddedMule mule = start(source("answer", ""))) {
      assertTrue(smsUrl().startsWith("http://localhost:" + port + "/twilio/callbacks/Twilio/source-inbound-message/answer/"),
          smsUrl());
      assertEquals(1, changes());
      assertAnswered(mule, "answer");
    }
    String before = smsUrl();
    assertFalse(before.isEmpty(), "the address stays, so that nothing is lost");
    try (EmbeddedMule mule = start(source("answer", ""))) {
      assertEquals(before, smsUrl());
      assertEquals(1, changes(), "what is right is not sent again");
      assertAnswered(mule, "answer");
    }
  }

  @Test
  void aCallbackForAStoppedFlowIsA503() throws Exception {
    try (EmbeddedMule mule = start(source("answer", ""))) {
      mule.stopFlow("answer");
      assertEquals(503, asked().status());
      mule.startFlow("answer");
      assertEquals(200, asked().status());
    }
  }

  @Test
  void anotherHostOfTheConfigIsFollowed() throws Exception {
    try (EmbeddedMule mule = start(source("answer", ""))) {
      assertTrue(smsUrl().startsWith("http://localhost:"), smsUrl());
    }
    simulator.route("https://mule.example.com", "http://127.0.0.1:" + port);
    try (EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port + "' domain='mule.example.com' remotePort='443'/>") + source("renamed", "")).start()) {
      assertTrue(smsUrl().startsWith("https://mule.example.com/"), smsUrl());
      assertAnswered(mule, "renamed");
    }
  }

  @Test
  void aTunnelsNewAddressIsFollowed() throws Exception {
    simulator.route("https://first.ngrok.app", "http://127.0.0.1:" + port)
        .route("https://second.ngrok.app", "http://127.0.0.1:" + port);
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of());
        EmbeddedMule mule =
            application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
            + "' tunnel='NGROK' tunnelAgentPort='" + agent.port() + "'/>") + source("answer", "")).start()) {
      assertEquals("", smsUrl(), "there is no tunnel yet");
      for (String address : new String[] {"https://first.ngrok.app", "https://second.ngrok.app"}) {
        agent.ngrok(Map.of(address, "localhost:" + port));
        awaitSmsUrl(address + "/");
        assertAnswered(mule, "answer");
      }
    }
  }

  @Test
  void aTunnelsAddressThatChangesDuringARegistrationIsFollowed() throws Exception {
    simulator.route("https://second.ngrok.app", "http://127.0.0.1:" + port).apiFaults().delayAnswers(Duration.ofMillis(200));
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://first.ngrok.app", "localhost:" + port))) {
      CompletableFuture<Void> change = CompletableFuture.runAsync(() -> {
        await(() -> simulator.requests().stream().anyMatch(each -> each.path().contains("/IncomingPhoneNumbers")));
        agent.ngrok(Map.of("https://second.ngrok.app", "localhost:" + port));
      });
      try (EmbeddedMule mule = application(config("Twilio", simulator,
          "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
          + "' tunnel='NGROK' tunnelAgentPort='" + agent.port() + "'/>") + source("answer", "")).start()) {
        change.get();
        simulator.apiFaults().none();
        awaitSmsUrl("https://second.ngrok.app/");
        assertAnswered(mule, "answer");
      }
    }
  }

  @Test
  void twoFlowsOnOneNumberAreRefusedByName() {
    String message = assertThrows(ApplicationStartException.class, () -> start(source("one", "") + source("two", "")
        .replace(NUMBER, number().path("sid").asText()))).getMessage();
    assertTrue(message.contains("flow 'one' (config 'Twilio')") && message.contains("flow 'two' (config 'Twilio')"), message);
    assertTrue(message.contains("both want the SMS URL of number"), message);
  }

  @Test
  void twoConfigsOnOneNumberAreRefusedByName() {
    String message = assertThrows(ApplicationStartException.class, () -> start(config("Other", simulator,
        "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "'/>") + source("one", "")
        + source("two", "").replace("config-ref='Twilio'", "config-ref='Other'"))).getMessage();
    assertTrue(message.contains("flow 'one' (config 'Twilio')") && message.contains("flow 'two' (config 'Other')"), message);
  }

  @Test
  void withoutRegistrationTheAddressIsLogged() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO);
        EmbeddedMule mule = start(source("answer", "register='false'"))) {
      assertEquals("", smsUrl());
      String line = log.with("registers nothing").get(0);
      setNumber("SmsUrl", line.substring(line.indexOf("http")).trim());
      assertAnswered(mule, "answer");
    }
  }

  @Test
  void aNumberOfAnotherAccountIsRefused() {
    String message = assertThrows(ApplicationStartException.class,
        () -> start(source("answer", "").replace(NUMBER, "+15005559999"))).getMessage();
    assertTrue(message.contains("has no number +15005559999"), message);
  }

  @ParameterizedTest
  @CsvSource({"messagingServiceSid, MG, messaging service", "applicationSid, AP, application", "phoneNumber, PN, number",
      "sender, XE, sender"})
  void whatAnotherAccountHasIsRefused(String parameter, String prefix, String what) {
    String sid = prefix + "9".repeat(32);
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", "")
        .replace("phoneNumber='" + NUMBER + "'", parameter + "='" + sid + "'"))).getMessage();
    assertTrue(message.contains("the account " + ACCOUNT + " has no " + what + " " + sid), message);
  }

  /** An answer that says nothing is neither a number that the account lacks nor one without an address. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "<html>", "null", "{\"incoming_phone_numbers\":{}}"})
  @ExpectedErrors("Failed to shut down registry cleanly")
  void whatCanNotBeReadRegistersNothing(String body) {
    simulator.apiFaults().nextRequests(50, ApiFault.answer(new ApiAnswer(200, Map.of("Content-Type", "application/json"), body)));
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", ""))).getMessage();
    assertTrue(message.contains("can't register its address as the SMS URL of number " + NUMBER + ": Twilio's answer to GET"),
               message);
    simulator.apiFaults().none();
    assertEquals(0, changes());
  }

  /** Two nodes of one application, behind a load balancer: here their ports differ, and the public address is one. */
  @Test
  void twoNodesRegisterOnce() throws Exception {
    int other = freePort();
    simulator.route("https://mule.example.com", "http://127.0.0.1:" + port);
    String elements = source("answer", "");
    try (EmbeddedMule first = application(node(port) + elements).start();
        EmbeddedMule second = application(node(other) + elements).start()) {
      assertEquals(1, changes());
      assertAnswered(first, "answer");
      simulator.route("https://mule.example.com", "http://127.0.0.1:" + other);
      assertAnswered(second, "answer");
    }
  }

  private String node(int own) {
    return config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + own
        + "' domain='mule.example.com' remotePort='443'/>");
  }

  private void awaitSmsUrl(String start) {
    await(() -> smsUrl().startsWith(start));
    assertTrue(smsUrl().startsWith(start), smsUrl());
  }

  private long changes() {
    return simulator.requests().stream()
        .filter(each -> each.method().equals("POST") && each.path().contains("/IncomingPhoneNumbers/"))
        .count();
  }
}
