package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registration that fails is tried again as the reconnection strategy says, and the listener serves meanwhile. */
@ExpectedErrors({"can't register", "Failed to connect/reconnect", "can't start"})
class SourceReconnectionTest {

  private static final String NUMBER = "+15005550001";
  private static final String RECONNECT = "<reconnect-forever frequency='100' blocking='false'/>";
  /** What a restricted API key is answered where it has no right. */
  private static final ApiFault FORBIDDEN = ApiFault.answer(ApiAnswer.error(403, 70051, "Authorization failed for the key"));

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
  private final AccountRequests account = new AccountRequests(simulator);

  @BeforeEach
  void registerOnce() {
    start("").close();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void withoutAStrategyTheStartFailsAndSaysWhy() {
    simulator.apiFaults().nextRequests(1000, FORBIDDEN);
    String message = assertThrows(ApplicationStartException.class, () -> start("")).getMessage();
    assertTrue(message.contains("the source of flow 'answer' (config 'Twilio') can't register its address as the SMS URL of "
        + "number "
        + NUMBER), message);
    assertTrue(message.contains("Authorization failed for the key") && message.contains("register=\"false\""), message);
  }

  @Test
  void theListenerServesWhileARegistrationIsTriedAgain() throws Exception {
    String before = url();
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
        awaitPost();
        assertEquals(200, asked().status());
        assertEquals(before, url());
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
    EmbeddedMule mule = start(RECONNECT);
    simulator.awaitRequests(all -> registrations(all) > before, SOON);
    return mule;
  }

  private static long registrations(List<ApiExchange> requests) {
    return requests.stream().filter(request -> request.path().contains("/IncomingPhoneNumbers")).count();
  }

  private EmbeddedMule start(String reconnection) {
    return start(reconnection, "");
  }

  private EmbeddedMule start(String reconnection, String attributes) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/></twilio:config><flow name='answer'>"
        + "<twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "'>" + reconnection
        + "</twilio:on-message><set-payload value='&lt;Response/&gt;'/></flow>").start();
  }

  private CallbackAttempt asked() throws Exception {
    Resource message = simulator.receiveMessage("+14155550100", NUMBER, "Hi");
    return awaitCallback(simulator, each -> each.resourceSid().equals(message.sid()));
  }

  private String url() {
    return account.number(NUMBER).path("sms_url").asText();
  }

  private void awaitPost() throws Exception {
    for (long end = System.nanoTime() + SOON.toNanos(); !account.number(NUMBER).path("sms_method").asText().equals("POST")
        && System.nanoTime() < end;) {
      Thread.sleep(50);
    }
    assertEquals("POST", account.number(NUMBER).path("sms_method").asText());
  }
}
