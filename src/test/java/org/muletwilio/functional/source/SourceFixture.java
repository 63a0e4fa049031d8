package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;

/** An account with a number, and applications that start with its messages. */
abstract class SourceFixture {

  static final String NUMBER = "+15005550001";
  static final String SENDER = "+14155550100";

  final int port = freePort();
  final TwilioSimulator simulator =
      TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).phoneNumber("+15005550002").start();
  final AccountRequests account = new AccountRequests(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  EmbeddedMule start(String elements) {
    return application(simulator, port, elements).start();
  }

  static String source(String flow, String attributes) {
    return "<flow name='" + flow + "'><twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "' " + attributes
        + "/><set-payload value='&lt;Response/&gt;'/></flow>";
  }

  void assertAnswered(EmbeddedMule mule, String flow) throws Exception {
    CallbackAttempt asked = asked();
    assertEquals(200, asked.status());
    mule.awaitRun(flow, run -> run.payload().toString().contains(asked.resourceSid()), SOON);
  }

  CallbackAttempt asked() throws Exception {
    Resource message = simulator.receiveMessage(SENDER, NUMBER, "Hi");
    return awaitCallback(simulator, each -> each.resourceSid().equals(message.sid()));
  }

  static void await(BooleanSupplier condition) {
    try {
      for (long end = System.nanoTime() + 4 * SOON.toNanos(); !condition.getAsBoolean() && System.nanoTime() < end;) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertTrue(condition.getAsBoolean(), "not in time");
  }

  String smsUrl() {
    return number().path("sms_url").asText("");
  }

  JsonNode number() {
    return account.number(NUMBER);
  }

  void setNumber(String parameter, String value) {
    account.changeNumber(NUMBER, Map.of(parameter, value));
    simulator.forget();
  }
}
