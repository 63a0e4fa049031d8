package org.muletwilio.functional.operation;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

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
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An account with resources, and a config that asks for them as Studio does. */
abstract class ValuesFixture {

  static final String SUPPORT = "+14155550100";

  TwilioSimulator simulator;
  EmbeddedMule mule;

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

  String failure(String flow, String parameter) {
    ValueResult result = resolve(flow, parameter);
    assertFalse(result.isSuccess());
    return result.getFailure().orElseThrow().getReason();
  }

  Map<String, String> values(String flow, String parameter) {
    ValueResult result = resolve(flow, parameter);
    assertTrue(result.isSuccess(), () -> flow + " " + parameter + ": " + result.getFailure());
    return result.getValues().stream().collect(toMap(Value::getId, Value::getDisplayName));
  }

  ValueResult resolve(String flow, String parameter) {
    return mule.lookup(ValueProviderService.class)
        .getValues(Location.builder().globalName(flow).addProcessorsPart().addIndexPart(0).build(), parameter);
  }

  String add(String path, String form) throws IOException, InterruptedException {
    return post("/2010-04-01/Accounts/" + ACCOUNT + path, form);
  }

  /** @return the SID of what was made, if it has one */
  String post(String path, String form) throws IOException, InterruptedException {
    String credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes());
    HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
        .header("Authorization", "Basic " + credentials).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(2, answer.statusCode() / 100, answer.body());
    return answer.body().replaceFirst(".*?\"sid\":\"([^\"]+)\".*", "$1");
  }

  static String flow(String name, String operation) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'/></flow>";
  }
}
