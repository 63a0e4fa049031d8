package org.muletwilio.functional.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.ResponseAttributes;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any endpoint of Twilio, by its names in the catalogue. */
class RequestTest extends RequestApplication {

  @Test
  void aMessageRunsItsFlowWithEachStatus() throws Exception {
    FlowResult result = mule.run("message", Map.of("To", "+15551234567", "From", "+15005550006", "Body", "Hello"));

    Map<?, ?> message = new ObjectMapper().readValue((String) result.payload(), Map.class);
    assertEquals("queued", message.get("status"));
    ResponseAttributes attributes = (ResponseAttributes) result.attributes();
    assertEquals(201, attributes.getStatusCode());
    FlowRun run = mule.awaitRun("status", each -> "delivered".equals(((CallbackAttributes) each.attributes()).getStatus()), SOON);
    CallbackAttributes callback = (CallbackAttributes) run.attributes();
    assertEquals(message.get("sid"), callback.getResourceSid());
    assertEquals(CallbackKind.MESSAGE_STATUS, callback.getKind());
    assertEquals(Map.of("order", "4711"), callback.getContext());
  }

  @Test
  void verifyIsReachedByTheNamesOfTwilio() throws Exception {
    answerNext(simulator, 201, Map.of("sid", "VE1", "status", "pending"));
    FlowResult result = mule.run("verify", Map.of("ServiceSid", SERVICE, "To", "+15551234567", "Channel", "sms",
                                                  "EnableSnaClientToken", true));

    assertEquals("pending", new ObjectMapper().readTree((String) result.payload()).path("status").asText());
    ApiExchange exchange = last(simulator);
    assertEquals("/v2/Services/" + SERVICE + "/Verifications", exchange.request().path());
    assertEquals("verify.twilio.com", exchange.request().header("X-Forwarded-Host").orElseThrow());
    Form form = exchange.request().form();
    assertEquals(List.of("sms"), form.all("Channel"));
    assertEquals(List.of("true"), form.all("EnableSnaClientToken"));
  }

  @Test
  void whatIsWrongIsToldAtOnceAndNothingIsSent() {
    int before = simulator.requests().size();
    String message = failure("verify", Map.of("Too", "x", "Channel", "sms", "EnableSnaClientToken", "maybe"));
    assertTrue(message.contains("there is no parameter 'Too'. Did you mean 'To'?"), message);
    assertTrue(message.contains("'EnableSnaClientToken' is 'maybe': it must be true or false"), message);
    assertTrue(message.contains("parameter 'To' is missing"), message);
    assertTrue(message.contains("parameter 'ServiceSid' is missing"), message);
    assertTrue(failure("unknown-operation", Map.of()).contains("Did you mean 'Services.Verifications.create'"));
    assertTrue(failure("unknown-api", Map.of()).contains("Twilio has no API 'verfy.v2'. Did you mean 'verify.v2'"));
    assertTrue(failure("no-callback", Map.of("To", "+15551234567")).contains("is not known as a URL that Twilio calls"));
    String elsewhere = failure("verify", Map.of("ServiceSid", "../../v1/Other", "To", "+15551234567", "Channel", "sms"));
    assertTrue(elsewhere.contains("it stands in the path of the request"), elsewhere);
    assertEquals(before, simulator.requests().size());
  }

  @Test
  void aCallbackInsideAJsonBodyIsWrittenByItsPath() throws Exception {
    answerNext(simulator, 202, Map.of("sid", "XE1"));
    mule.run("sender", Map.of("sender_id", "whatsapp:+15551234567", "webhook", Map.of("callback_method", "POST")));

    var body = new ObjectMapper().readTree(last(simulator).request().body());
    assertEquals("whatsapp:+15551234567", body.path("sender_id").asText());
    assertEquals("POST", body.path("webhook").path("callback_method").asText());
    assertTrue(body.path("webhook").path("callback_url").asText().contains("/Twilio/inbound-message/inbox/"), body.toString());
  }

  @Test
  void anAnswerWithoutABodyIsNull() {
    answerNext(simulator, 204, null);
    FlowResult result = mule.run("delete", Map.of("Sid", SERVICE));
    assertEquals(204, ((ResponseAttributes) result.attributes()).getStatusCode());
  }

  @Test
  void callbacksGoIntoListsOfJson() throws Exception {
    answerNext(simulator, 201, Map.of());
    mule.run("statuses", Map.of("displayName", "x", "statusCallbacks", List.of(Map.of("method", "POST"))));
    JsonNode statuses = new ObjectMapper().readTree(last(simulator).request().body()).path("statusCallbacks");
    assertEquals(2, statuses.size());
    assertEquals("POST", statuses.path(0).path("method").asText());
    assertTrue(statuses.path(0).path("url").asText().contains("/Twilio/event/status/"), statuses.toString());
    assertTrue(statuses.path(1).path("url").asText().contains("/Twilio/event/status/"), statuses.toString());
    String message = failure("rules", Map.of("displayName", "x", "rules", List.of(Map.of("actions", "none"))));
    assertTrue(message.contains("'rules[0].actions' must be a list"), message);
  }

  @ParameterizedTest
  @CsvSource({"api.v2010, Messages.create, ., names no parameter", "api.v2010, Messages.create, [0], names no parameter",
      "api.v2010, Messages.create, StatusCalback, Did you mean 'StatusCallback'",
          "verify.v2, Services.update, Sid, a part of the path",
      "sync.v1, Services.Documents.update, If-Match, or a header",
          "messaging.v2, Channels.Senders.create, webhook.url, names no field of 'webhook'",
      "messaging.v2, Channels.Senders.create, webhook[0].callback_url, names no field of 'webhook'",
      "conversations.v2, ControlPlane.Configurations.create, statusCallbacks.url, names no field of 'statusCallbacks'",
      "conversations.v2, ControlPlane.Configurations.create, statusCallbacks[1].url, and none before [1]",
      "conversations.v2, ControlPlane.Configurations.create, statusCallbacks[99999].url, names no parameter"})
  void aCallbackForWhatIsNoUrlIsRefused(String api, String operation, String parameter, String problem) {
    int before = simulator.requests().size();
    String message = assertThrows(FlowFailedException.class, () -> mule.run("any-callback", Map.of(), null,
        Map.of("api", api, "operation", operation, "parameter", parameter))).getMessage();
    assertTrue(message.contains(problem), message);
    assertEquals(before, simulator.requests().size());
  }

  @Test
  void anAccountThatThePathDoesNotNameIsRefused() {
    answerNext(simulator, 201, Map.of("sid", "SM1"));
    mule.run("subaccount", Map.of("To", "+15551234567"), null, Map.of("api", "api.v2010", "operation", "Messages.create"));
    assertTrue(last(simulator).request().path().startsWith("/2010-04-01/Accounts/AC" + "a".repeat(32) + "/"));
    String message = assertThrows(FlowFailedException.class, () -> mule.run("subaccount", Map.of("FriendlyName", "x"), null,
        Map.of("api", "verify.v2", "operation", "Services.create"))).getMessage();
    assertTrue(message.contains("does not name the account in its path"), message);
  }

  @Test
  void headersOfAnOperationAreSentOnce() {
    answerNext(simulator, 200, Map.of());
    mule.run("document", Map.of("ServiceSid", "IS1", "Sid", "ET1", "If-Match", "7"));
    assertEquals("7", last(simulator).request().header("If-Match").orElseThrow());
    answerNext(simulator, 200, Map.of());
    mule.run("insights", Map.of("Authorization", "Bearer token"));
    assertEquals("Bearer", last(simulator).request().header("Authorization").orElseThrow(), "in place of the connection's");
  }

  @Test
  void namesThatAreMissingAreTold() {
    String message = failure("null-api", Map.of());
    assertTrue(message.contains("Required parameter 'api'"), message);
  }
}
