package org.muletwilio.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.events.v1.Sink;
import com.twilio.rest.events.v1.Subscription;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the account owns: added by REST paths, and shown. */
class AccountPathsTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String FROM = "+14155550123";
  private static final String OWN = "+14155550150";

  private final HttpClient http = HttpClient.newHttpClient();
  @AutoClose
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).phoneNumber(OWN).start();
  @AutoClose
  private final UserServer user = new UserServer();

  @Test
  void showsSendersServicesAndSinks() throws Exception {
    String service = "MG" + "4".repeat(32);
    act("senders", "sender=whatsapp:" + OWN + "&callbackUrl=http://u:hush3@127.0.0.1:" + user.port() + "/whatsapp", 200);
    act("messaging-services", "sid=" + service + "&friendlyName=Reminders&phoneNumber=" + OWN + "&fallbackUrl=" + user.url("/f"),
        200);
    assertEquals(user.url("/whatsapp"), state().at("/channelSenders/0/callbackUrl").asText());
    assertEquals("Reminders", state().at("/numbers/0/messagingService").asText());
    assertEquals(OWN, state().at("/messagingServices/0/senders/0").asText());
    assertEquals(user.url("/f"), state().at("/messagingServices/0/fallbackUrl").asText());
    act("messages", "from=" + FROM + "&to=whatsapp:" + OWN + "&body=Hi", 200);
    simulator.awaitCallbacks(sent -> sent.size() == 1, LIMIT);
    assertEquals("whatsapp:" + FROM, simulator.callbacks().get(0).field("From"));
    assertTrue(json(act("messages", "from=" + FROM + "&to=rcs:none", 400)).get("error").asText().contains("rcs:none"));
  }

  @Test
  void eventsGoToSinks() throws Exception {
    String type = "com.twilio.taskrouter.task.created";
    assertTrue(json(act("events", "type=" + type, 400)).get("error").asText().contains("No sink has subscribed"));
    TwilioRestClient client = SdkClient.of(simulator);
    Sink sink = Sink.creator("mine", Map.of("destination", user.url("/e"), "method", "POST", "batch_events", true),
                             Sink.SinkType.WEBHOOK).create(client);
    Subscription.creator("mine", sink.getSid(), List.of(Map.of("type", type))).create(client);
    assertEquals(type, state().at("/sinks/0/types/0").asText());
    act("events", "type=" + type + "&data={\"task_sid\":\"WT1\"}", 200);
    simulator.awaitCallbacks(sent -> sent.size() == 1, LIMIT);
    JsonNode event = json(user.received().get(0).body()).get(0);
    assertEquals(type, event.get("type").asText());
    assertEquals("WT1", event.at("/data/task_sid").asText());
    assertEquals("taskrouter.task.created", state().at("/callbacks/0/status").asText());
    act("events", "type=" + type + "&data=[]", 400);
    act("events", "type=com.twilio.none", 400);
  }

  private JsonNode state() throws Exception {
    return json(http.send(HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/simulator/state")).build(),
                          BodyHandlers.ofString()).body());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private String act(String action, String form, int status) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/simulator/" + action))
        .header("X-Requested-With", "test").POST(BodyPublishers.ofString(form.replace("+", "%2B"))).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), answer::body);
    return answer.body();
  }
}
