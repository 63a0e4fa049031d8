package org.muletwilio.functional.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.TwilioSimulator;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What somebody else does in the account, as in Twilio's console. */
public final class AccountRequests {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = Http.client();
  private final TwilioSimulator simulator;

  public AccountRequests(TwilioSimulator simulator) {
    this.simulator = simulator;
  }

  public JsonNode number(String number) {
    return get("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/IncomingPhoneNumbers.json?PhoneNumber="
        + number.replace("+", "%2B")).path("incoming_phone_numbers").path(0);
  }

  public JsonNode changeNumber(String number, Map<String, String> form) {
    return post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/IncomingPhoneNumbers/" + number(number).path("sid").asText()
        + ".json", form);
  }

  public JsonNode createApplication(Map<String, String> form) {
    return post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Applications.json", form);
  }

  public JsonNode get(String path) {
    return send("GET", path, "");
  }

  public JsonNode post(String path, Map<String, String> form) {
    return send("POST", path, Http.form(form));
  }

  public void delete(String path) {
    send("DELETE", path, "");
  }

  public JsonNode postJson(String path, String json) {
    return send("POST", path, json, "Content-Type", "application/json");
  }

  private JsonNode send(String method, String path, String body, String... headers) {
    try {
      HttpResponse<String> answer = Http.send(client, method, simulator.baseUri() + path, body.getBytes(UTF_8),
          Stream.concat(Stream.of(headers), Stream.of("Authorization",
              Http.basic(TestApplication.ACCOUNT, TestApplication.TOKEN))).toArray(String[]::new));
      assertTrue(answer.statusCode() < 300, path + ": " + answer.statusCode() + " " + answer.body());
      return MAPPER.readTree(answer.body());
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }
}
