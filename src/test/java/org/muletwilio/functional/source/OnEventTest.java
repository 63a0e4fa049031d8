package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Flows that start with twilio:on-event have a sink and a subscription of their own. */
@ExpectedErrors({"can't start", "can't register", "Failed to connect/reconnect", "broken on purpose"})
class OnEventTest extends EventSourceFixture {

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
}
