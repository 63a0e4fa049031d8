package org.muletwilio.simulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.catalogue.ProductClient.read;

import org.muletwilio.simulator.TwilioSimulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes of Verify, as Twilio documents them: checked, sent again, used up, expired, canceled and guessed too often. */
class OneTimeCodesTest {

  private static final String SERVICE = "/v2/Services/VA00000000000000000000000000000001";
  private static final String TO = "+14155550100";
  private static final String CODE = "123456";

  private TwilioSimulator simulator;
  private ProductClient api;
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
  void aRightCodeIsApprovedOnceAndAWrongOneIsPending() throws Exception {
    JsonNode started = begin(SERVICE, Map.of());
    assertEquals("pending", started.path("status").asText());
    assertFalse(started.path("valid").asBoolean(true));
    assertFalse(started.toString().contains(CODE));

    JsonNode wrong = read(check("000000"), 201);
    assertEquals("pending", wrong.path("status").asText());
    assertFalse(wrong.path("valid").asBoolean(true));

    JsonNode right = read(check(CODE), 201);
    assertEquals("approved", right.path("status").asText());
    assertTrue(right.path("valid").asBoolean());
    assertEquals(started.path("sid"), right.path("sid"));
    assertEquals(TO, right.path("to").asText());
    assertEquals(20404, read(check(CODE), 404).path("code").intValue());
    assertEquals(404, send("GET", SERVICE + "/Verifications/" + started.path("sid").asText(), Map.of()).statusCode());
  }

  @Test
  void theSidFindsItTooAndOneOfBothIsRequired() throws Exception {
    String sid = begin(SERVICE, Map.of()).path("sid").asText();
    assertEquals(60200, read(post("/VerificationCheck", Map.of("Code", CODE)), 400).path("code").intValue());
    assertEquals("approved", read(post("/VerificationCheck", Map.of("VerificationSid", sid, "Code", CODE)), 201)
        .path("status").asText());
    assertEquals(404, post("/VerificationCheck", Map.of("To", "+15551234560", "Code", CODE)).statusCode());
  }

  @Test
  void aSecondStartSendsTheSameVerificationAgainFiveTimesInAll() throws Exception {
    JsonNode first = begin(SERVICE, Map.of());
    for (int sent = 2; sent <= 5; sent++) {
      JsonNode again = begin(SERVICE, Map.of());
      assertEquals(first.path("sid"), again.path("sid"));
      assertEquals(sent, again.path("send_code_attempts").size());
    }
    assertEquals(60203, read(post("/Verifications", Map.of("To", TO, "Channel", "sms")), 429).path("code").intValue());
    assertEquals("approved", read(check(CODE), 201).path("status").asText());
  }

  @Test
  void fiveWrongCodesAreEnough() throws Exception {
    begin(SERVICE, Map.of());
    for (int i = 0; i < 5; i++) {
      assertEquals("pending", read(check("00000" + i), 201).path("status").asText());
    }
    assertEquals(60202, read(check(CODE), 429).path("code").intValue());
  }

  @Test
  void itExpiresAfterTenMinutes() throws Exception {
    String sid = begin(SERVICE, Map.of()).path("sid").asText();
    simulator.advance(Duration.ofMinutes(9));
    assertEquals(200, send("GET", SERVICE + "/Verifications/" + sid, Map.of()).statusCode());
    simulator.advance(Duration.ofMinutes(2));
    assertEquals(404, check(CODE).statusCode());
    assertEquals(404, send("GET", SERVICE + "/Verifications/" + sid, Map.of()).statusCode());
  }

  @Test
  void oneThatIsCanceledIsNotChecked() throws Exception {
    String sid = begin(SERVICE, Map.of()).path("sid").asText();
    assertEquals("canceled", read(post("/Verifications/" + sid, Map.of("Status", "canceled")), 200).path("status").asText());
    assertEquals(404, check(CODE).statusCode());
  }

  @Test
  void theCodeIsTheCustomOneOrAsLongAsTheServiceSays() throws Exception {
    begin(SERVICE, Map.of("CustomCode", "9087"));
    assertEquals("pending", read(check(CODE), 201).path("status").asText());
    assertEquals("approved", read(check("9087"), 201).path("status").asText());

    String own = "/v2/Services/" + read(send("POST", "/v2/Services", Map.of("FriendlyName", "Shop", "CodeLength", "4")), 201)
        .path("sid").asText();
    begin(own, Map.of());
    assertEquals("approved", read(send("POST", own + "/VerificationCheck", Map.of("To", TO, "Code", "1234")), 201)
        .path("status").asText());
  }

  private JsonNode begin(String service, Map<String, String> more) throws Exception {
    Map<String, String> form = new HashMap<>(Map.of("To", TO, "Channel", "sms"));
    form.putAll(more);
    return read(send("POST", service + "/Verifications", form), 201);
  }

  private HttpResponse<String> check(String code) throws Exception {
    return post("/VerificationCheck", Map.of("To", TO, "Code", code));
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return send("POST", SERVICE + path, form);
  }

  private HttpResponse<String> send(String method, String path, Map<String, String> form) throws Exception {
    return api.send(method, "verify", path, form);
  }
}
