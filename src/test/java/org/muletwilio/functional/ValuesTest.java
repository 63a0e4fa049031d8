package org.muletwilio.functional;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.ResourceAnswers.answerNext;
import static org.muletwilio.functional.ResourceAnswers.last;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.awaitCallback;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.value.Value;
import org.mule.runtime.api.value.ValueProviderService;
import org.mule.runtime.api.value.ValueResult;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Studio offers to choose from: asked for as Studio does, through the runtime's service. */
class ValuesTest {

  private static final String SUPPORT = "+14155550100";
  private static final String PLAIN = "+14155550101";

  private TwilioSimulator simulator;
  private EmbeddedMule mule;

  @BeforeEach
  void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("send", "send-message to='+15551234567' from='x' body='Hello'")
        + flow("call", "make-call from='x' to='+15551234567' twiml='&lt;Response/&gt;'")
        + flow("participant", "add-participant conference='room' from='x' to='+15551234567'")
        + flow("get-number", "get-incoming-phone-number incomingPhoneNumberSid='x'")
        + flow("update-number", "update-incoming-phone-number incomingPhoneNumberSid='x'")
        + flow("release-number", "release-incoming-phone-number incomingPhoneNumberSid='x'")
        + flow("buy-number", "buy-incoming-phone-number areaCode='415'")
        + flow("get-application", "get-application applicationSid='x'")
        + flow("update-application", "update-application applicationSid='x'")
        + flow("delete-application", "delete-application applicationSid='x'")).start();
  }

  @AfterEach
  void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void numbersOfTheAccountAreOfferedAsSenders() throws Exception {
    add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550100&FriendlyName=Support");
    add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550101&FriendlyName=(415)%20555-0101");

    Map<String, String> numbers = Map.of(SUPPORT, SUPPORT + " (Support)", PLAIN, PLAIN);
    assertEquals(numbers, values("send", "from"));
    assertEquals(numbers, values("call", "from"));
    assertEquals(numbers, values("call", "callerId"));
    assertEquals(numbers, values("participant", "from"));
  }

  @Test
  void numbersThatCanDoItAreOfferedAlone() {
    answerNumbers(capable(SUPPORT, false, true), capable(PLAIN, true, false));
    assertEquals(Map.of(SUPPORT, SUPPORT), values("send", "from"));

    answerNumbers(capable(SUPPORT, false, true), capable(PLAIN, true, false));
    assertEquals(Map.of(PLAIN, PLAIN), values("call", "from"));
  }

  @Test
  void verifiedCallerIdsAreOfferedAsCallers() throws Exception {
    add("/OutgoingCallerIds.json", "PhoneNumber=%2B15557654321&FriendlyName=Front%20desk"
        + "&StatusCallback=http%3A%2F%2F127.0.0.1%3A1%2Fverified");
    awaitCallback(simulator, each -> each.signedUrl().endsWith("/verified"));

    assertEquals(Map.of("+15557654321", "+15557654321 (Front desk)"), values("call", "from"));
    assertEquals(Map.of(), values("send", "from"));
  }

  @Test
  void numbersAreOfferedByTheirSids() throws Exception {
    String sid = add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550100&FriendlyName=Support");

    for (String flow : List.of("get-number", "update-number", "release-number")) {
      assertEquals(Map.of(sid, SUPPORT + " (Support)"), values(flow, "incomingPhoneNumberSid"), flow);
    }
  }

  @Test
  void applicationsAreOfferedByTheirSids() throws Exception {
    String sid = add("/Applications.json", "FriendlyName=Hotline");

    Map<String, String> applications = Map.of(sid, "Hotline (" + sid + ")");
    for (String flow : List.of("send", "call", "get-application", "update-application", "delete-application")) {
      assertEquals(applications, values(flow, "applicationSid"), flow);
    }
    for (String flow : List.of("buy-number", "update-number")) {
      assertEquals(applications, values(flow, "voiceApplicationSid"), flow);
      assertEquals(applications, values(flow, "smsApplicationSid"), flow);
    }
  }

  @Test
  void messagingServicesAreOfferedByTheirSids() throws Exception {
    String sid = post("/v1/Services", "FriendlyName=Reminders");

    assertEquals(Map.of(sid, "Reminders (" + sid + ")"), values("send", "messagingServiceSid"));
    assertEquals("/v1/Services", last(simulator).path());
  }

  /** As Twilio documents its answer; the simulator has no templates. */
  @Test
  void contentTemplatesAreOfferedByTheirSids() {
    String sid = "HX" + "7".repeat(32);
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("page", 0);
    meta.put("page_size", 100);
    meta.put("key", "contents");
    meta.put("url", "https://content.twilio.com/v1/Content?PageSize=100&Page=0");
    meta.put("first_page_url", "https://content.twilio.com/v1/Content?PageSize=100&Page=0");
    meta.put("previous_page_url", null);
    meta.put("next_page_url", null);
    answerNext(simulator, 200, Map.of("meta", meta, "contents", List.of(Map.of("sid", sid, "account_sid", ACCOUNT,
        "friendly_name", "order_update", "language", "en", "variables", Map.of("1", "name"), "types", Map.of()))));

    assertEquals(Map.of(sid, "order_update (" + sid + ")"), values("send", "contentSid"));
    assertEquals("/v1/Content", last(simulator).path());
  }

  @Test
  void onlyTheFirstHundredAreAskedFor() throws Exception {
    for (int i = 0; i < 101; i++) {
      post("/v1/Services", "FriendlyName=Service" + i);
    }
    int before = simulator.requests().size();

    assertEquals(100, values("send", "messagingServiceSid").size());
    assertEquals(before + 1, simulator.requests().size());
    assertEquals("100", last(simulator).request().query().first("PageSize").orElseThrow());
  }

  /** Mule 4.1 gives a message of its own; what the provider said is in the reason. */
  @Test
  void aRefusalTellsWhatAndWhy() {
    answerNext(simulator, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));

    String reason = failure("send", "messagingServiceSid");
    assertTrue(reason.contains("The account's messaging services can't be listed: Twilio refused the request"), reason);
    assertTrue(reason.contains("20003"), reason);
    assertFalse(reason.contains(TOKEN), reason);
  }

  @Test
  void aTwilioThatIsNotThereIsToldToo() {
    simulator.close();

    String reason = failure("send", "from");
    assertTrue(reason.contains("The account's phone numbers can't be listed: Twilio could not be reached"), reason);
  }

  private String failure(String flow, String parameter) {
    ValueResult result = resolve(flow, parameter);
    assertFalse(result.isSuccess());
    return result.getFailure().orElseThrow().getReason();
  }

  private Map<String, String> values(String flow, String parameter) {
    ValueResult result = resolve(flow, parameter);
    assertTrue(result.isSuccess(), () -> flow + " " + parameter + ": " + result.getFailure());
    return result.getValues().stream().collect(toMap(Value::getId, Value::getDisplayName));
  }

  private ValueResult resolve(String flow, String parameter) {
    return mule.lookup(ValueProviderService.class)
        .getValues(Location.builder().globalName(flow).addProcessorsPart().addIndexPart(0).build(), parameter);
  }

  private String add(String path, String form) throws IOException, InterruptedException {
    return post("/2010-04-01/Accounts/" + ACCOUNT + path, form);
  }

  /** @return the SID of what was made, if it has one */
  private String post(String path, String form) throws IOException, InterruptedException {
    String credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes());
    HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
        .header("Authorization", "Basic " + credentials).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(2, answer.statusCode() / 100, answer.body());
    return answer.body().replaceFirst(".*?\"sid\":\"([^\"]+)\".*", "$1");
  }

  @SafeVarargs
  private void answerNumbers(Map<String, Object>... numbers) {
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", new ArrayList<>(List.of(numbers)), "page_size", 100, "uri",
        "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers.json"));
  }

  private static Map<String, Object> capable(String number, boolean voice, boolean sms) {
    Map<String, Object> properties = new LinkedHashMap<>(ResourceAnswers.number(number));
    properties.put("friendly_name", "");
    properties.put("capabilities", Map.of("voice", voice, "sms", sms, "mms", false, "fax", false));
    return properties;
  }

  private static String flow(String name, String operation) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'/></flow>";
  }
}
