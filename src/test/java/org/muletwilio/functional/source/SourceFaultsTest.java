package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong at whichever step of a registration: the flow starts, or says by its name why it does not, and at the next
 * start all is as if nothing had been.
 */
@ExpectedErrors({"can't register", "can't start", "Failed to connect/reconnect"})
class SourceFaultsTest {

  private static final String NUMBER = "+15005550001";
  private static final String SENDER = "whatsapp:" + NUMBER;
  private static final String DELIVERED = "com.twilio.messaging.message.delivered";
  private static final String SENT = "com.twilio.messaging.message.sent";
  private static final Pattern URL = Pattern.compile("^https?://[^/]+");
  private static final String LOCAL = "http://localhost:" + freePort();
  private static final int MOST_STEPS = 30;

  private static final Map<String, ApiFault> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("401", ApiFault.answer(ApiAnswer.error(401, 20003, "Authenticate")));
    FAULTS.put("403", ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed for the key")));
    FAULTS.put("404", ApiFault.answer(ApiAnswer.error(404, 20404, "The requested resource was not found")));
    FAULTS.put("429", ApiFault.answer(ApiAnswer.tooManyRequests(Duration.ZERO)));
    FAULTS.put("500", ApiFault.parse("500"));
    FAULTS.put("503", ApiFault.parse("503"));
    FAULTS.put("cut before", ApiFault.cutBefore());
    FAULTS.put("cut after", ApiFault.cutAfter());
    FAULTS.put("late", ApiFault.stuck(Duration.ofMillis(2500)));
    FAULTS.put("page", ApiFault.answer(new ApiAnswer(200, Map.of("Content-Type", "text/html"),
        "<html>Log in to <b>our</b> net</html>")));
    FAULTS.put("nothing", ApiFault.answer(ApiAnswer.empty(200)));
    FAULTS.put("empty object", ApiFault.answer(ApiAnswer.json(200, Map.of())));
    FAULTS.put("array", ApiFault.answer(ApiAnswer.json(200, List.of())));
    FAULTS.put("null", ApiFault.answer(new ApiAnswer(200, Map.of("Content-Type", "application/json"), "null")));
  }

  private static TwilioSimulator simulator;
  private static AccountRequests account;
  private static EmbeddedMule mule;
  private static String service;
  private static String sender;

  @BeforeAll
  static void start() {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
    account = new AccountRequests(simulator);
    service = account.post("/v1/Services", Map.of("FriendlyName", "Orders")).path("sid").asText();
    sender = account.postJson("/v2/Channels/Senders", "{\"sender_id\":\"" + SENDER + "\"}").path("sid").asText();
    mule = application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + simulator.baseUri() + "' responseTimeout='1' responseTimeoutUnit='SECONDS'/>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='" + LOCAL.substring(LOCAL.lastIndexOf(':') + 1)
        + "'/></twilio:config>"
        + flow("number", "on-message phoneNumber='" + NUMBER + "'") + flow("sender", "on-message sender='" + SENDER + "'")
        + flow("service", "on-message-status messagingServiceSid='" + service + "'")
        + flow("events", "on-event types='" + DELIVERED + "'")).start();
    List.of("number", "sender", "service", "events").forEach(mule::stopFlow);
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @TestFactory
  List<DynamicTest> eachStepMayFail() {
    List<DynamicTest> tests = new ArrayList<>();
    add(tests, "number", "an empty address", SourceFaultsTest::clear, FAULTS.keySet());
    Set<String> some = Set.of("403", "404", "500", "cut after", "page", "empty object");
    add(tests, "events", "no sink", SourceFaultsTest::clear, some);
    add(tests, "sender", "an empty address", SourceFaultsTest::clear, some);
    add(tests, "service", "an empty address", SourceFaultsTest::clear, some);
    add(tests, "events", "a sink with an old address, and other types", SourceFaultsTest::change, some);
    return tests;
  }

  private static void add(List<DynamicTest> tests, String flow, String state, Runnable before, Set<String> faults) {
    faults.forEach(fault -> tests.add(DynamicTest.dynamicTest(flow + ", " + state + ": " + fault,
        () -> fail(flow, before, FAULTS.get(fault)))));
  }

  private static void fail(String flow, Runnable before, ApiFault fault) {
    boolean happened = true;
    int step = 0;
    while (happened) {
      before.run();
      simulator.apiFaults().afterRequests(step).nextRequests(1, fault);
      if (starts(flow, step)) {
        mule.stopFlow(flow);
      }
      happened = simulator.apiFaults().planned().isEmpty();
      simulator.apiFaults().none();
      mule.startFlow(flow);
      mule.stopFlow(flow);
      assertRegistered(flow, step);
      assertTrue(++step < MOST_STEPS, "the fault never ends");
    }
    assertTrue(step > 2, "a registration has two steps at least: it asks, and sets");
  }

  private static boolean starts(String flow, int step) {
    try {
      mule.startFlow(flow);
      return true;
    } catch (RuntimeException e) {
      String message = messagesOf(e);
      assertTrue(message.contains("flow '" + flow + "' (config 'Twilio') can't"), "step " + step + ": " + message);
      assertTrue(!message.contains("<html>") && !message.contains(TOKEN), "step " + step + ": " + message);
      return false;
    }
  }

  private static String messagesOf(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.append(each.getMessage()).append('\n');
    }
    return messages.toString();
  }

  private static void assertRegistered(String flow, int step) {
    String when = "after a fault at step " + step + ": ";
    String shape = "/twilio/callbacks/Twilio/source-";
    if (flow.equals("events")) {
      JsonNode sinks = account.get("/v1/Sinks").path("sinks");
      JsonNode subscriptions = account.get("/v1/Subscriptions").path("subscriptions");
      assertEquals(1, sinks.size(), when + sinks);
      assertEquals(1, subscriptions.size(), when + subscriptions);
      assertEquals(sinks.path(0).path("sid"), subscriptions.path(0).path("sink_sid"));
      assertEquals(URL.matcher(sinks.path(0).path("sink_configuration").path("destination").asText()).replaceFirst(LOCAL),
                   sinks.path(0).path("sink_configuration").path("destination").asText(), when);
      assertEquals(List.of(DELIVERED), account.get("/v1/Subscriptions/" + subscriptions.path(0).path("sid").asText()
          + "/SubscribedEvents").path("types").findValuesAsText("type"), when);
    } else {
      assertTrue(address(flow).contains(shape), when + address(flow));
    }
  }

  private static String address(String flow) {
    switch (flow) {
      case "number":
        return account.number(NUMBER).path("sms_url").asText("");
      case "sender":
        return account.get("/v2/Channels/Senders/" + sender).path("webhook").path("callback_url").asText("");
      default:
        return account.get("/v1/Services/" + service).path("status_callback").asText("");
    }
  }

  /** Somebody takes everything away in Twilio's console. */
  private static void clear() {
    account.changeNumber(NUMBER, Map.of("SmsUrl", ""));
    account.postJson("/v2/Channels/Senders/" + sender, "{\"webhook\":{}}");
    account.post("/v1/Services/" + service, Map.of("StatusCallback", ""));
    account.get("/v1/Subscriptions").path("subscriptions").forEach(each -> account.delete("/v1/Subscriptions/"
        + each.path("sid").asText()));
    account.get("/v1/Sinks").path("sinks").forEach(each -> account.delete("/v1/Sinks/" + each.path("sid").asText()));
  }

  /** The source's sink has an old address and other types. */
  private static void change() {
    clear();
    mule.startFlow("events");
    mule.stopFlow("events");
    String url = account.get("/v1/Sinks").path("sinks").path(0).path("sink_configuration").path("destination").asText();
    clear();
    String old = account.post("/v1/Sinks", Map.of("Description", "old", "SinkType", "webhook", "SinkConfiguration",
        "{\"destination\":\"" + URL.matcher(url).replaceFirst("https://old.example.com") + "\"}")).path("sid").asText();
    subscribe(old);
    subscribe(account.post("/v1/Sinks", Map.of("Description", "now", "SinkType", "webhook", "SinkConfiguration",
        "{\"destination\":\"" + url + "\"}")).path("sid").asText());
  }

  private static void subscribe(String sink) {
    account.post("/v1/Subscriptions", Map.of("Description", "other types", "SinkSid", sink, "Types", "{\"type\":\"" + SENT
        + "\"}"));
  }

  private static String flow(String name, String source) {
    return "<flow name='" + name + "'><twilio:" + source + " config-ref='Twilio'/><logger level='DEBUG' message='in'/></flow>";
  }
}
