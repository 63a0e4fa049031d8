package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.awaitCallback;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.freePort;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Flows that start with twilio:on-event: a sink and a subscription of their own, and each event once. */
@ExpectedErrors({"can't start", "can't register", "Failed to connect/reconnect", "broken on purpose"})
class OnEventTest {

  private static final String MESSAGE = "com.twilio.messaging.message.";
  private static final String DELIVERED = MESSAGE + "delivered";

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(20)).start();
  private final AccountRequests account = new AccountRequests(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void eachEventOfABatchRunsTheFlow() throws Exception {
    try (EmbeddedMule mule = start(source(MESSAGE + "sent, " + DELIVERED, ""))) {
      for (int i = 0; i < 3; i++) {
        send();
      }
      mule.awaitRun("events", run -> mule.runs("events").size() == 6, SOON);
      FlowRun run = mule.runs("events").get(0);
      JsonNode event = new ObjectMapper().readTree(run.payload().toString());
      CallbackAttributes attributes = (CallbackAttributes) run.attributes();
      assertEquals(CallbackKind.EVENT, attributes.getKind());
      assertEquals(event.path("type").asText(), attributes.getStatus());
      assertEquals(6, mule.runs("events").stream().map(each -> each.payload().toString()).distinct().count());
      assertTrue(simulator.callbacks().stream().allMatch(each -> each.status() == 204));
    }
  }

  @Test
  void aSinkAndASubscriptionAreMadeOnceAndSurviveARestart() {
    start(source(DELIVERED, "")).close();
    String sink = only("sinks").path("sid").asText();
    String subscription = only("subscriptions").path("sid").asText();
    simulator.forget();
    start(source(DELIVERED, "")).close();
    assertEquals(sink, only("sinks").path("sid").asText());
    assertEquals(subscription, only("subscriptions").path("sid").asText());
    assertEquals(0, simulator.requests().stream().filter(each -> !each.method().equals("GET")).count());
  }

  @Test
  void otherTypesAreSubscribedToInThePlaceOfThose() {
    start(source(DELIVERED + ", " + MESSAGE + "failed", "")).close();
    String subscription = only("subscriptions").path("sid").asText();
    start(source(MESSAGE + "read:1", "")).close();
    assertEquals(subscription, only("subscriptions").path("sid").asText());
    JsonNode types = account.get("/v1/Subscriptions/" + subscription + "/SubscribedEvents").path("types");
    assertEquals(1, types.size());
    assertEquals(MESSAGE + "read", types.path(0).path("type").asText());
  }

  @Test
  void anotherAddressOfTheConfigIsFollowedAndSomebodyElsesSinkIsLeft() throws Exception {
    account.post("/v1/Sinks", Map.of("Description", "else", "SinkType", "webhook", "SinkConfiguration",
        "{\"destination\":\"https://else.example.com/\",\"method\":\"POST\"}"));
    start(source(DELIVERED, "")).close();
    simulator.route("https://mule.example.com", "http://127.0.0.1:" + port);
    try (EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port + "' domain='mule.example.com' remotePort='443'/>") + source(DELIVERED, "")).start()) {
      assertEquals(2, account.get("/v1/Sinks").path("sinks").size());
      assertTrue(only("subscriptions").path("sink_sid").asText().startsWith("DG"));
      send();
      mule.awaitRun("events", run -> true, SOON);
      assertTrue(awaitCallback(simulator, each -> each.status() == 204).signedUrl().startsWith("https://mule.example.com/"));
    }
  }

  /** Twilio sends a batch again where one of its events has failed: the others don't run again. */
  @Test
  void onlyWhatFailedRunsAgain() throws Exception {
    try (EmbeddedMule mule = start("<flow name='events'><twilio:on-event config-ref='Twilio' types='" + DELIVERED + "'/>"
        + "<choice><when expression=\"#[payload.data.to == '+14155550101']\"><raise-error type='APP:BROKEN' "
        + "description='broken on purpose'/></when><otherwise><logger level='DEBUG' message='in'/></otherwise></choice>"
        + "</flow>")) {
      send("+14155550100");
      send("+14155550101");
      send("+14155550102");
      mule.awaitRun("events", run -> runsOf(mule, "+14155550101") >= 3, SOON);
      assertEquals(1, runsOf(mule, "+14155550100"));
      assertEquals(1, runsOf(mule, "+14155550102"));
    }
  }

  @Test
  void aBatchRunsTheFlowOnceWithWhatIsNew() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, "runFor='BATCH'"))) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(204, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(204, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(204, simulator.sendEvent(url, batch(2, 5)).status());
      assertEquals(2, mule.runs("events").size());
      assertEquals(batch(0, 3), mule.runs("events").get(0).payload());
      assertEquals(batch(3, 5), mule.runs("events").get(1).payload());
    }
  }

  @Test
  void aThousandEventsOfABatchRunTheFlowOnceEach() throws Exception {
    try (EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port
        + "' maxBodySize='1' maxBodySizeUnit='MB'/>") + source(DELIVERED, "")).start()) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(204, simulator.sendEvent(url, batch(0, 1000)).status());
      assertEquals(204, simulator.sendEvent(url, batch(500, 1001)).status());
      assertEquals(1001, mule.runs("events").stream().map(each -> each.payload().toString()).distinct().count());
      assertEquals(1001, mule.runs("events").size());
    }
  }

  @Test
  void anEventWithoutAnIdRunsTheFlowLikeTheOthersOfItsBatch() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, ""))) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      String events = "[{\"type\":\"" + DELIVERED + "\"},{\"type\":\"" + DELIVERED + "\",\"id\":\"EZ1\"}]";
      assertEquals(204, simulator.sendEvent(url, events).status());
      assertEquals(204, simulator.sendEvent(url, events).status());
      assertEquals(Set.of("{\"type\":\"" + DELIVERED + "\"}", "{\"type\":\"" + DELIVERED + "\",\"id\":\"EZ1\"}"),
                   mule.runs("events").stream().map(each -> each.payload().toString()).collect(Collectors.toSet()));
      assertEquals(2, mule.runs("events").size());
    }
  }

  @Test
  void theVersionOfASchemaIsChangedWhereItIsWritten() {
    start(source(DELIVERED + ":2", "")).close();
    assertEquals(2, subscribed().path("schema_version").asInt());
    simulator.forget();
    start(source(DELIVERED, "")).close();
    assertEquals(2, subscribed().path("schema_version").asInt(), "without a version Twilio's choice stays");
    assertEquals(0, simulator.requests().stream().filter(each -> !each.method().equals("GET")).count());
    start(source(DELIVERED + ":3", "")).close();
    assertEquals(3, subscribed().path("schema_version").asInt());
  }

  private JsonNode subscribed() {
    JsonNode types = account.get("/v1/Subscriptions/" + only("subscriptions").path("sid").asText()
        + "/SubscribedEvents").path("types");
    assertEquals(1, types.size());
    return types.path(0);
  }

  @Test
  void aBatchWhoseFlowFailsComesAgainAsAWhole() throws Exception {
    try (EmbeddedMule mule = start("<flow name='events'><twilio:on-event config-ref='Twilio' types='" + DELIVERED
        + "' runFor='BATCH'/><raise-error type='APP:BROKEN' description='broken on purpose'/></flow>")) {
      String url = only("sinks").path("sink_configuration").path("destination").asText();
      assertEquals(500, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(500, simulator.sendEvent(url, batch(0, 3)).status());
      assertEquals(batch(0, 3), mule.runs("events").get(1).payload());
    }
  }

  @Test
  void whileTheFlowIsStoppedEventsWaitAtTwilio() throws Exception {
    try (EmbeddedMule mule = start(source(DELIVERED, ""))) {
      mule.stopFlow("events");
      send();
      simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> each.status() == 503), SOON);
      mule.startFlow("events");
      mule.awaitRun("events", run -> true, SOON);
    }
  }

  @Test
  void aTypeThatTwilioDoesNotHaveIsRefused() {
    String message = assertThrows(ApplicationStartException.class, () -> start(source("com.twilio.none", ""))).getMessage();
    assertTrue(message.contains("There is no event type com.twilio.none"), message);
    assertEquals(0, account.get("/v1/Sinks").path("sinks").size(), "no sink is left that nothing is sent to");
    String malformed = assertThrows(ApplicationStartException.class, () -> start(source("delivered", ""))).getMessage();
    assertTrue(malformed.contains("types holds 'delivered'"), malformed);
  }

  /** An application that is deployed again and again leaves one sink and one subscription, or none. */
  @Test
  void redeploysLeaveNothingBehind() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start("redeployed-events")) {
      for (int i = 0; i < 50; i++) {
        application(simulator, port, source(DELIVERED, i < 25 ? "" : "onStop='RESTORE'")
            + "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='" + number() + "' onStop='"
            + (i < 25 ? "LEAVE" : "RESTORE") + "'/><logger level='DEBUG' message='in'/></flow>").sharedServices(services)
            .start().close();
        assertEquals(i < 25 ? 1 : 0, account.get("/v1/Sinks").path("sinks").size(), "sinks after redeploy " + i);
        assertEquals(i < 25 ? 1 : 0, account.get("/v1/Subscriptions").path("subscriptions").size(), "subscriptions after " + i);
      }
    }
  }

  @Test
  void twoNodesHaveOneSink() throws Exception {
    int other = freePort();
    simulator.route("https://mule.example.com", "http://127.0.0.1:" + port);
    String node = "<twilio:http-callback-config host='127.0.0.1' domain='mule.example.com' remotePort='443' localPort='";
    try (EmbeddedMule first = application(config("Twilio", simulator, node + port + "'/>") + source(DELIVERED, "")).start();
        EmbeddedMule second = application(config("Twilio", simulator, node + other + "'/>") + source(DELIVERED, "")).start()) {
      assertEquals(only("sinks").path("sid").asText(), only("subscriptions").path("sink_sid").asText());
    }
  }

  private String number() {
    JsonNode number = account.number("+15005550006");
    return number.isMissingNode() ? account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/IncomingPhoneNumbers.json",
        Map.of("PhoneNumber", "+15005550006")).path("phone_number").asText() : number.path("phone_number").asText();
  }

  private JsonNode only(String name) {
    JsonNode all = account.get("/v1/" + Character.toUpperCase(name.charAt(0)) + name.substring(1)).path(name);
    assertEquals(1, all.size(), all.toString());
    return all.path(0);
  }

  private static String batch(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "{\"specversion\":\"1.0\",\"type\":\"" + DELIVERED + "\",\"id\":\"EZ" + (9 - i)
        + "\"}").collect(Collectors.joining(",", "[", "]"));
  }

  private static long runsOf(EmbeddedMule mule, String recipient) {
    return mule.runs("events").stream().filter(run -> run.payload().toString().contains(recipient)).count();
  }

  private void send() {
    send("+14155550100");
  }

  private void send(String to) {
    account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", to, "From", "+15005550006",
        "Body", "Hi"));
  }

  private static String source(String types, String attributes) {
    return "<flow name='events'><twilio:on-event config-ref='Twilio' types='" + types + "' " + attributes
        + "/><logger level='DEBUG' message='in'/></flow>";
  }

  private EmbeddedMule start(String elements) {
    return application(simulator, port, elements).start();
  }
}
