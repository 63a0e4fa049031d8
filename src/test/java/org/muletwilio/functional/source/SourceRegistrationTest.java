package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source registers its address with Twilio: it asks first, follows changes, and overwrites nothing of anybody else's. */
@ExpectedErrors({"can't start", "both want", "can't register", "Failed to connect/reconnect"})
class SourceRegistrationTest {

  private static final String NUMBER = "+15005550001";
  private static final String SENDER = "+14155550100";
  private static final String FOREIGN = "https://somebody:password@else.example.com/sms?key=secret";

  private final int port = freePort();
  private final TwilioSimulator simulator =
      TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).phoneNumber("+15005550002").start();

  private final AccountRequests account = new AccountRequests(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

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
  void somebodyElsesAddressIsRefusedWithoutItsSecrets() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", ""))).getMessage();
    assertTrue(message.contains("flow 'answer' (config 'Twilio')"), message);
    assertTrue(message.contains("the SMS URL of number " + NUMBER
               + " is https://else.example.com/sms, which this config has not made"), message);
    assertTrue(message.contains("overwrite=\"true\""), message);
    assertFalse(message.contains("password") || message.contains("secret"), message);
    assertEquals(FOREIGN, smsUrl());
  }

  @Test
  void somebodyElsesAddressIsAWarningWhereThatIsWanted() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN);
        EmbeddedMule mule = start(source("answer", "onConflict='WARN'"))) {
      assertEquals(FOREIGN, smsUrl());
      assertEquals(1, log.with("starts, but Twilio does not call it: the SMS URL of number").size(), log.all().toString());
    }
  }

  @Test
  void somebodyElsesAddressIsOverwrittenAndPutBackWhereThatIsWanted() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    setNumber("SmsMethod", "GET");
    try (EmbeddedMule mule = start(source("answer", "overwrite='true' onStop='RESTORE'"))) {
      assertAnswered(mule, "answer");
    }
    assertEquals(FOREIGN, smsUrl());
    assertEquals("GET", number().path("sms_method").asText());
  }

  @Test
  void whatSomebodyHasChangedSinceIsNotPutBack() throws Exception {
    try (EmbeddedMule mule = start(source("answer", "onStop='RESTORE'"))) {
      setNumber("SmsUrl", FOREIGN);
    }
    assertEquals(FOREIGN, smsUrl());
  }

  @Test
  void anApplicationWinsOverTheNumbersAddress() throws Exception {
    setNumber("SmsApplicationSid", account.createApplication(Map.of("FriendlyName", "hotline")).path("sid").asText());
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", ""))).getMessage();
    assertTrue(message.contains("Twilio would not call the SMS URL of number " + NUMBER + ": the number leaves its messages to "
        + "application AP"), message);
    assertEquals("", smsUrl());
  }

  @Test
  void aTrunkWinsOverTheNumbersVoiceAddress() throws Exception {
    setNumber("TrunkSid", "TK" + "0".repeat(32));
    String message = assertThrows(ApplicationStartException.class, () -> start("<flow name='call'><twilio:on-call "
        + "config-ref='Twilio' phoneNumber='" + NUMBER + "'/><logger level='DEBUG' message='in'/></flow>")).getMessage();
    assertTrue(message.contains("the SIP trunk TK" + "0".repeat(32) + " takes the number's calls"), message);
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

  /** Twilio gives it to every number that is bought. */
  @Test
  void theAddressOfTwiliosDemoIsReplacedAndPutBack() throws Exception {
    String demo = "https://demo.twilio.com/welcome/sms/reply/";
    setNumber("SmsUrl", demo);
    try (EmbeddedMule mule = start(source("answer", "onStop='RESTORE'"))) {
      assertAnswered(mule, "answer");
    }
    assertEquals(demo, smsUrl());
    setNumber("SmsUrl", "https://demo.twilio.com.example.com/");
    assertThrows(ApplicationStartException.class, () -> start(source("answer", "")));
  }

  /** An address that the config can have made is its own, whatever stands around the path; another path is somebody else's. */
  @Test
  void addressesOfEveryShapeAreToldApart() throws Exception {
    start(source("answer", "")).close();
    String own = smsUrl();
    String path = own.substring(own.indexOf("/twilio/"), own.indexOf('#'));
    for (String url : new String[] {"https://OLD.ngrok.app" + path, "http://localhost:1" + path,
        own.substring(0, own.indexOf('#')) + "#rc=1",
        "https://user:secret@old.example.com" + path, "https://old.example.com" + path + "&more=1"}) {
      setNumber("SmsUrl", url);
      start(source("answer", "")).close();
      assertEquals(own, smsUrl(), url);
    }
    String plain = path.substring(0, path.indexOf('?'));
    for (String url : new String[] {"https://old.example.com" + plain + "/", "https://old.example.com/" + plain,
        "https://old.example.com" + plain.replace("/Twilio/", "/Other/"), "https://old.example.com"
        + plain.replace("/twilio/", "/TWILIO/"),
        "https://old.example.com" + plain.replace("inbound-message", "call-status"), "https://old.example.com/?" + plain}) {
      setNumber("SmsUrl", url);
      assertThrows(ApplicationStartException.class, () -> start(source("answer", "")), url);
      assertEquals(url, smsUrl());
    }
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

  private EmbeddedMule start(String elements) {
    return application(simulator, port, elements).start();
  }

  private static String source(String flow, String attributes) {
    return "<flow name='" + flow + "'><twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "' " + attributes
        + "/><set-payload value='&lt;Response/&gt;'/></flow>";
  }

  private void assertAnswered(EmbeddedMule mule, String flow) throws Exception {
    CallbackAttempt asked = asked();
    assertEquals(200, asked.status());
    mule.awaitRun(flow, run -> run.payload().toString().contains(asked.resourceSid()), SOON);
  }

  private CallbackAttempt asked() throws Exception {
    Resource message = simulator.receiveMessage(SENDER, NUMBER, "Hi");
    return awaitCallback(simulator, each -> each.resourceSid().equals(message.sid()));
  }

  private void awaitSmsUrl(String start) {
    await(() -> smsUrl().startsWith(start));
    assertTrue(smsUrl().startsWith(start), smsUrl());
  }

  private static void await(BooleanSupplier condition) {
    try {
      for (long end = System.nanoTime() + 2 * SOON.toNanos(); !condition.getAsBoolean() && System.nanoTime() < end;) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long changes() {
    return simulator.requests().stream()
        .filter(each -> each.method().equals("POST") && each.path().contains("/IncomingPhoneNumbers/"))
        .count();
  }

  private String smsUrl() {
    return number().path("sms_url").asText("");
  }

  private JsonNode number() {
    return account.number(NUMBER);
  }

  private void setNumber(String parameter, String value) {
    account.changeNumber(NUMBER, Map.of(parameter, value));
    simulator.forget();
  }
}
