package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.ResourceAnswers.answerNext;
import static org.muletwilio.functional.ResourceAnswers.last;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.ResponseAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any endpoint of Twilio, by its names in the catalogue. */
class RequestTest {

  private static final String SERVICE = "VA00000000000000000000000000000001";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(),
        request("message", "api.v2010", "Messages.create",
                "<twilio:callbacks><twilio:callback parameter='StatusCallback' flow-ref='status'/></twilio:callbacks>"
                    + "<twilio:callback-contexts><twilio:callback-context key='order' value='4711'/></twilio:callback-contexts>")
        + request("verify", "verify.v2", "Services.Verifications.create", "")
        + request("unknown-operation", "verify.v2", "Services.Verification.create", "")
        + request("unknown-api", "verfy.v2", "Services.Verifications.create", "")
        + request("no-callback", "api.v2010", "Messages.create",
                  "<twilio:callbacks><twilio:callback parameter='Body' flow-ref='status'/></twilio:callbacks>")
        + request("sender", "messaging.v2", "Channels.Senders.create",
                  "<twilio:callbacks><twilio:callback parameter='webhook.callback_url' flow-ref='inbox'/></twilio:callbacks>")
        + request("delete", "verify.v2", "Services.delete", "")
        + "<flow name='services'><set-variable variableName='seen' value=''/>"
        + "<twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' pageSize='2'/>"
        + "<foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload.sid ++ ' ']\"/></foreach></flow>"
        + "<flow name='three'><set-variable variableName='seen' value=''/>"
        + "<twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' limit='3'/>"
        + "<foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload.sid ++ ' ']\"/></foreach></flow>"
        + "<flow name='null-api'><twilio:request config-ref='Twilio' api='#[vars.nothing]' operation='#[vars.nothing]'/></flow>"
        + request("statuses", "conversations.v2", "ControlPlane.Configurations.create",
                  "<twilio:callbacks><twilio:callback parameter='statusCallbacks[0].url' flow-ref='status'/>"
                      + "<twilio:callback parameter='statusCallbacks[1].url' flow-ref='status'/></twilio:callbacks>")
        + request("rules", "intelligence.v3", "ControlPlane.Configurations.create",
                  "<twilio:callbacks><twilio:callback parameter='rules[0].actions[0].url' flow-ref='status'/></twilio:callbacks>")
        + "<flow name='any-callback'><twilio:request config-ref='Twilio' api='#[vars.api]' "
            + "operation='#[vars.operation]'><twilio:callbacks>"
        + "<twilio:callback parameter='#[vars.parameter]' kind='EVENT' "
            + "flow-ref='status'/></twilio:callbacks></twilio:request></flow>"
        + "<flow name='subaccount'><twilio:request config-ref='Twilio' api='#[vars.api]' operation='#[vars.operation]' "
            + "accountSid='AC"
        + "a".repeat(32) + "'/></flow>"
        + request("document", "sync.v1", "Services.Documents.update", "")
        + request("insights", "flexapi.v1", "Insights.Conversations.list", "")
        + "<flow name='sized'><twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' "
            + "pageSize='#[vars.pageSize]' "
        + "limit='#[vars.limit]'/><foreach><logger level='DEBUG' message='#[payload.sid]'/></foreach></flow>"
        + flow("status") + "<flow name='inbox'><set-payload value='&lt;Response/&gt;'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  private static String request(String flow, String api, String operation, String children) {
    return "<flow name='" + flow + "'><twilio:request config-ref='Twilio' api='" + api + "' operation='" + operation + "'>"
        + children + "</twilio:request></flow>";
  }

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
  void aListIsReadPageByPage() {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?PageSize=2&Page=1&PageToken=x", "VA1", "VA2"));
    answerNext(simulator, 200, page(null, "VA3"));
    assertEquals("VA1 VA2 VA3 ", mule.run("services", Map.of()).variables().get("seen"));
    assertEquals(List.of("x"), last(simulator).request().query().all("PageToken"));
  }

  @Test
  void aPageElsewhereIsRefused() {
    answerNext(simulator, 200, page("https://verify.twilio.com.example.org/v2/Services?Page=1", "VA1", "VA2"));
    String message = failure("services", Map.of());
    assertTrue(message.contains("which is not an address of Twilio's API"), message);
  }

  /** A page that is cut short is not the last one: the entries after it would be lost silently. */
  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"services\":{}}", "{\"services\":\"none\"}", "<html>", "{\"meta\":{}}"})
  void aPageWithoutItsListIsAnError(String body) {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?PageSize=2&Page=1&PageToken=x", "VA1", "VA2"));
    simulator.apiFaults().nextRequests(2, ApiFault.answer(new ApiAnswer(200, Map.of("Content-Type", "application/json"), body)));
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("services", Map.of()));
    simulator.apiFaults().none();
    assertTrue(failure.description().contains("a page of 'Services.list' of API 'verify.v2'"), failure.toString());
  }

  /** Mule reads the first page with the operation, and knows its type; those behind it are errors of foreach. */
  @Test
  void aFirstPageThatFailsIsAnErrorOfTheList() {
    answerNext(simulator, 503, Map.of("code", 20503, "message", "no"));
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("services", Map.of()));
    assertEquals("TWILIO:SERVICE_UNAVAILABLE", failure.errorType());
  }

  @Test
  void aLimitEndsAList() {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=1", "VA1", "VA2"));
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=2", "VA3", "VA4"));
    assertEquals("VA1 VA2 VA3 ", mule.run("three", Map.of()).variables().get("seen"));
  }

  @Test
  void aListWhosePagesLeadInARingEnds() {
    String ring = "https://verify.twilio.com/v2/Services?Page=";
    for (int length : List.of(1, 2, 3, 7)) {
      for (int i = 0; i < 4 * length + 4; i++) {
        answerNext(simulator, 200, page(ring + i % length, "VA" + i));
      }
      int before = simulator.requests().size();
      String message = failure("services", Map.of());
      assertTrue(message.contains("has no end: the next page is one that was read before"), message);
      assertTrue(simulator.requests().size() - before <= 4 * length + 4, "of " + length);
      simulator.apiFaults().none();
    }
  }

  @Test
  void aListOfEmptyPagesEnds() {
    for (int i = 0; i < 105; i++) {
      answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=" + i));
    }
    String message = failure("services", Map.of());
    assertTrue(message.contains("has no end: 100 pages one after the other had no entry"), message);
    simulator.apiFaults().none();
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=1"));
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=2", "VA1"));
    answerNext(simulator, 200, page(null));
    assertEquals("VA1 ", mule.run("services", Map.of()).variables().get("seen"));
  }

  @ParameterizedTest
  @CsvSource({"0, , pageSize is 0: Twilio takes 1 to 1000", "-1, , pageSize is -1: Twilio takes 1 to 1000",
      "1001, , pageSize is 1001: Twilio takes 1 to 1000", ", 0, limit is 0", ", -5, limit is -5"})
  void sizesThatAreNoneAreRefused(Integer pageSize, Integer limit, String problem) {
    Map<String, Object> sizes = new HashMap<>();
    sizes.put("pageSize", pageSize);
    sizes.put("limit", limit);
    int before = simulator.requests().size();
    String message = assertThrows(FlowFailedException.class, () -> mule.run("sized", Map.of(), null, sizes)).getMessage();
    assertTrue(message.contains(problem), message);
    assertEquals(before, simulator.requests().size());
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

  private static Map<String, Object> page(String next, String... sids) {
    Map<String, Object> meta = new HashMap<>();
    meta.put("next_page_url", next);
    meta.put("key", "services");
    return Map.of("meta", meta, "services", List.of(sids).stream().map(sid -> Map.of("sid", sid)).toList());
  }

  private static String failure(String flow, Map<String, ?> payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload)).getMessage();
  }
}
