package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;

/** A simulator with Event Streams, and applications whose flow starts with its events. */
abstract class EventSourceFixture {

  static final String MESSAGE = "com.twilio.messaging.message.";
  static final String DELIVERED = MESSAGE + "delivered";

  final int port = freePort();
  final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(20)).start();
  final AccountRequests account = new AccountRequests(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  String number() {
    JsonNode number = account.number("+15005550006");
    return number.isMissingNode() ? account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/IncomingPhoneNumbers.json",
        Map.of("PhoneNumber", "+15005550006")).path("phone_number").asText() : number.path("phone_number").asText();
  }

  JsonNode only(String name) {
    JsonNode all = account.get("/v1/" + Character.toUpperCase(name.charAt(0)) + name.substring(1)).path(name);
    assertEquals(1, all.size(), all.toString());
    return all.path(0);
  }

  static String batch(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "{\"specversion\":\"1.0\",\"type\":\"" + DELIVERED + "\",\"id\":\"EZ" + (9 - i)
        + "\"}").collect(Collectors.joining(",", "[", "]"));
  }

  static long runsOf(EmbeddedMule mule, String recipient) {
    return mule.runs("events").stream().filter(run -> run.payload().toString().contains(recipient)).count();
  }

  void send() {
    send("+14155550100");
  }

  void send(String to) {
    account.post("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/Messages.json", Map.of("To", to, "From", "+15005550006",
        "Body", "Hi"));
  }

  static String source(String types, String attributes) {
    return "<flow name='events'><twilio:on-event config-ref='Twilio' types='" + types + "' " + attributes
        + "/><logger level='DEBUG' message='in'/></flow>";
  }

  EmbeddedMule start(String elements) {
    return application(simulator, port, elements).start();
  }
}
