package org.muletwilio.simulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.catalogue.ProductClient.read;

import org.muletwilio.simulator.TwilioSimulator;

import java.net.http.HttpResponse;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints that the simulator knows by the catalogue alone. */
class GenericApiTest {

  private static TwilioSimulator simulator;
  private static ProductClient api;

  @BeforeEach
  void start() {
    simulator = TwilioSimulator.builder().start();
    api = new ProductClient(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void whatIsCreatedIsShownListedChangedAndDeleted() throws Exception {
    JsonNode created = read(send("POST", "verify", "/v2/Services", Map.of("FriendlyName", "Shop", "CodeLength", "5")), 201);
    String sid = created.path("sid").asText();
    assertTrue(sid.matches("VA[0-9a-f]{32}"), sid);
    assertEquals("Shop", created.path("friendly_name").asText());
    assertEquals(5, created.path("code_length").intValue());
    assertEquals(simulator.accountSid(), created.path("account_sid").asText());
    String path = "/v2/Services/" + sid;
    assertEquals(created, read(send("GET", "verify", path, Map.of()), 200));
    assertEquals("Other", read(send("POST", "verify", path, Map.of("FriendlyName", "Other")), 200).path("friendly_name")
        .asText());
    read(send("POST", "verify", "/v2/Services", Map.of("FriendlyName", "Second")), 201);
    JsonNode page = read(send("GET", "verify", "/v2/Services?PageSize=1", Map.of()), 200);
    assertEquals("Second", page.path("services").path(0).path("friendly_name").asText());
    String next = page.path("meta").path("next_page_url").asText();
    assertTrue(next.startsWith("https://verify.twilio.com/v2/Services?PageSize=1&Page=1"), next);
    JsonNode last = read(send("GET", "verify", next.substring("https://verify.twilio.com".length()), Map.of()), 200);
    assertEquals(sid, last.path("services").path(0).path("sid").asText());
    assertTrue(last.path("meta").path("next_page_url").isNull());
    assertEquals(0, read(send("GET", "sync", "/v1/Services", Map.of()), 200).path("services").size(), "another product's");
    assertEquals(204, send("DELETE", "verify", path, Map.of()).statusCode());
    assertEquals(404, send("GET", "verify", path, Map.of()).statusCode());
    assertEquals(404, send("DELETE", "verify", path, Map.of()).statusCode());
    assertEquals(404, send("POST", "verify", path, Map.of("FriendlyName", "x")).statusCode());
  }

  @Test
  void whatTwilioRequiresIsChecked() throws Exception {
    String path = "/v2/Services/VA1/Verifications";
    assertTrue(refused(path, Map.of("Channel", "sms")).contains("Missing required parameter To"));
    assertTrue(refused(path, Map.of("To", "+1", "Channel", "sms", "RiskCheck", "maybe"))
        .contains("Invalid parameter RiskCheck: maybe"));
    assertTrue(refused(path, Map.of("To", "+1", "Channel", "sms", "EnableSnaClientToken", "7")).contains("Invalid parameter"));
    assertTrue(refused("/v2/Services", Map.of("FriendlyName", "x", "CodeLength", "five"))
        .contains("Invalid parameter CodeLength"));
    assertEquals(404, send("GET", "verify", "/v2/Nothing", Map.of()).statusCode());
    assertEquals(401, api.getWithoutCredentials("verify", "/v2/Services").statusCode());
  }

  @Test
  void formsAreCheckedToTheirTypes() throws Exception {
    assertTrue(refused("/v2/Services/VA1/Entities/e/Factors", Map.of("FriendlyName", "x", "FactorType", "push",
        "Config.NotificationPlatform",
                                                                     "pigeon")).contains("Invalid parameter "
                                                                         + "Config.NotificationPlatform"));
    HttpResponse<String> date = send("POST", "conversations", "/v1/Conversations", Map.of("DateCreated", "yesterday"));
    assertEquals(400, date.statusCode(), date.body());
    HttpResponse<String> url = send("POST", "video", "/v1/Rooms", Map.of("StatusCallback", "no address"));
    assertEquals(400, url.statusCode(), url.body());
    assertTrue(url.body().contains("Invalid parameter StatusCallback"), url.body());
    HttpResponse<String> list = send("POST", "conversations", "/v1/Services/IS1/Roles",
                                     Map.of("FriendlyName", "x", "Type", "conversation"));
    assertTrue(list.body().contains("Missing required parameter Permission"), list.body());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"friendly_name\": \"x\", \"language\": \"en\"} | Missing required parameter types",
      "{\"friendly_name\": 7, \"language\": \"en\", \"types\": {}} | Invalid parameter friendly_name: 7",
      "{\"language\": \"en\", \"types\": []} | Invalid parameter types",
      "{\"language\": \"en\", \"types\": {\"twilio/call-to-action\": {\"actions\": []}}} | Missing required parameter "
          + "types.twilio/call-to-action.body",
      "{\"language\": \"en\", \"types\": {\"twilio/card\": {\"title\": \"x\", \"actions\": [{\"type\": \"JUMP\"}]}}} "
          + "| Invalid parameter types.twilio/card.actions[0].type: JUMP",
      "{\"language\": \"en\", \"types\": {\"twilio/card\": {\"title\": \"x\", \"actions\": {}}}} "
          + "| Invalid parameter types.twilio/card.actions: it must be a list",
      "[] | Malformed JSON", "{ | Malformed JSON"})
  void jsonIsCheckedToItsDepth(String body, String problem) throws Exception {
    HttpResponse<String> answer = api.sendJson("content", "/v1/Content", body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().replace("\\", "").contains(problem), answer.body());
  }

  @Test
  void jsonMakesAResource() throws Exception {
    JsonNode made = read(api.sendJson("content", "/v1/Content", "{\"friendly_name\": \"Hi\", \"language\": \"en\", "
        + "\"types\": {\"twilio/text\": {\"body\": \"Hello\"}}}"), 201);
    assertTrue(made.path("sid").asText().matches("HX[0-9a-f]{32}"), made.toString());
    assertEquals("Hello", read(send("GET", "content", "/v1/Content/" + made.path("sid").asText(), Map.of()), 200).path("types")
        .path("twilio/text").path("body").asText());
  }

  @Test
  void fieldsWithADotAreAnObjectInTheAnswer() throws Exception {
    String path = "/v1/Conversations/CH1/Webhooks";
    JsonNode made = read(send("POST", "conversations", path, Map.of("Target", "webhook", "Configuration.Url",
        "https://example.com/",
                                                                    "Configuration.Filters", "onMessageAdded")), 201);
    assertEquals("https://example.com/", made.path("configuration").path("url").asText());
    JsonNode changed = read(send("POST", "conversations", path + "/" + made.path("sid").asText(), Map.of("Configuration.Method",
        "get")), 200);
    assertEquals("onMessageAdded", changed.path("configuration").path("filters").path(0).asText());
    assertEquals("get", changed.path("configuration").path("method").asText());
  }

  @Test
  void whatNoRequestMakesIsThereUntilItIsDeleted() throws Exception {
    assertEquals("+15551234567", read(send("GET", "lookups", "/v2/PhoneNumbers/+15551234567", Map.of()), 200)
        .path("phone_number").asText());
    String media = "/2010-04-01/Accounts/" + simulator.accountSid() + "/Calls/CA1/Notifications/NO1.json";
    assertEquals("NO1", read(send("GET", "api", media, Map.of()), 200).path("sid").asText());
    String item = "/v1/Services/IS1/Maps/MP1/Items";
    read(send("POST", "sync", item, Map.of("Key", "a", "Data", "{}")), 201);
    assertEquals("a", read(send("GET", "sync", item + "/a", Map.of()), 200).path("key").asText());
    assertEquals(404, send("GET", "sync", item + "/b", Map.of()).statusCode());
    String override = "/v2/PhoneNumbers/+15551234567/Overrides/line_type";
    assertEquals(404, send("GET", "lookups", override, Map.of()).statusCode());
    read(api.sendJson("lookups", override, "{\"line_type\": \"mobile\", \"reason\": \"asked\"}"), 201);
    read(send("GET", "lookups", override, Map.of()), 200);
    assertEquals(204, send("DELETE", "lookups", override, Map.of()).statusCode());
    assertEquals(404, send("GET", "lookups", override, Map.of()).statusCode());
  }

  @Test
  void aUniqueNameFindsAResourceToo() throws Exception {
    JsonNode room = read(send("POST", "video", "/v1/Rooms", Map.of("UniqueName", "Standup")), 201);
    assertEquals(room.path("sid"), read(send("GET", "video", "/v1/Rooms/Standup", Map.of()), 200).path("sid"));
  }

  private static String refused(String path, Map<String, String> form) throws Exception {
    HttpResponse<String> answer = send("POST", "verify", path, form);
    assertEquals(400, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static HttpResponse<String> send(String method, String product, String path, Map<String, String> form)
      throws Exception {
    return api.send(method, product, path, form);
  }
}
