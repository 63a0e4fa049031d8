package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registration that fails is tried again as the reconnection strategy says, and the listener serves meanwhile. */
@ExpectedErrors({"can't register", "Failed to connect/reconnect", "can't start"})
class SourceReconnectionTest extends SourceFixture {

  private static final String RECONNECT = "<reconnect-forever frequency='100' blocking='false'/>";
  /** What a restricted API key is answered where it has no right. */
  private static final ApiFault FORBIDDEN = ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed for the key"));

  @BeforeEach
  void registerOnce() {
    start("", "").close();
  }

  @Test
  void withoutAStrategyTheStartFailsAndSaysWhy() {
    simulator.apiFaults().nextRequests(1000, FORBIDDEN);
    String message = assertThrows(ApplicationStartException.class, () -> start("", "")).getMessage();
    assertTrue(message.contains("the source of flow 'answer' (config 'Twilio') can't register its address as the SMS URL of "
        + "number "
        + NUMBER), message);
    assertTrue(message.contains("Authorization failed for the key") && message.contains("register=\"false\""), message);
  }

  @Test
  void theListenerServesWhileARegistrationIsTriedAgain() throws Exception {
    String before = smsUrl();
    account.changeNumber(NUMBER, Map.of("SmsMethod", "GET"));
    for (ApiFault fault : new ApiFault[] {FORBIDDEN, ApiFault.cutBefore(), ApiFault.parse("503")}) {
      simulator.apiFaults().nextRequests(100_000, fault);
      try (EmbeddedMule mule = startTrying()) {
        assertEquals(200, asked().status());
        mule.awaitRun("answer", run -> true, SOON);
        int requests = simulator.requests().size();
        simulator.awaitRequests(all -> all.size() > requests + 3, SOON);
        assertEquals(200, asked().status());
        simulator.apiFaults().none();
        await(() -> number().path("sms_method").asText().equals("POST"));
        assertEquals(200, asked().status());
        assertEquals(before, smsUrl());
      }
      account.changeNumber(NUMBER, Map.of("SmsMethod", "GET"));
    }
  }

  @Test
  void aFlowThatIsStoppedMeanwhileAnswersWith503() throws Exception {
    simulator.apiFaults().nextRequests(100_000, FORBIDDEN);
    try (EmbeddedMule mule = startTrying()) {
      assertEquals(200, asked().status());
      mule.stopFlow("answer");
      assertEquals(503, asked().status());
    }
  }

  @Test
  void anApiThatHangsHoldsTheStartNoLongerThanARequestMayTake() {
    simulator.apiFaults().delayAnswers(Duration.ofSeconds(50));
    long begun = System.nanoTime();
    String message = assertThrows(ApplicationStartException.class,
        () -> start("", "responseTimeout='1' responseTimeoutUnit='SECONDS'")).getMessage();
    assertTrue(message.contains("can't register"), message);
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(25)) < 0, "waited too long");
    simulator.apiFaults().none();
  }

  /** @return an application whose source serves, and has asked Twilio once: Mule starts it on a thread of its own */
  private EmbeddedMule startTrying() throws Exception {
    long before = registrations(simulator.requests());
    EmbeddedMule mule = start(RECONNECT, "");
    simulator.awaitRequests(all -> registrations(all) > before, SOON);
    return mule;
  }

  private static long registrations(List<ApiExchange> requests) {
    return requests.stream().filter(request -> request.path().contains("/IncomingPhoneNumbers")).count();
  }

  private EmbeddedMule start(String reconnection, String attributes) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/></twilio:config><flow name='answer'>"
        + "<twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "'>" + reconnection
        + "</twilio:on-message><set-payload value='&lt;Response/&gt;'/></flow>").start();
  }
}
