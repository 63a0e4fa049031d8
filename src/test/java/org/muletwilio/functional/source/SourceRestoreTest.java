package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What a source puts back at its stop, and what it leaves since it does not know it or somebody has changed it. */
@ExpectedErrors({"can't register", "Failed to connect/reconnect"})
class SourceRestoreTest extends SourceFixture {

  private static final String FOREIGN = "https://else.example.com/sms";
  private static final String DELIVERED = "com.twilio.messaging.message.delivered";
  private static final String RESTORE = "onStop='RESTORE'";

  /** A process that is killed leaves at Twilio what one leaves that puts back nothing: the source's own addresses. */
  @Test
  void afterACrashTheAddressStaysAndTheSinkGoes() throws Exception {
    start("", "").close();
    String url = smsUrl();
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO)) {
      start(RESTORE, RESTORE).close();
      assertEquals(1, log.with("leaves the SMS URL of number " + NUMBER + " as it is").size(), log.all().toString());
    }
    assertEquals(url, smsUrl(), "what was there before the crash is not known");
    assertEquals(0, account.get("/v1/Sinks").path("sinks").size(), "the sink is the source's own");
    assertEquals(0, account.get("/v1/Subscriptions").path("subscriptions").size());
  }

  @Test
  void aSingleFlowPutsBackAtItsStopAndRegistersAtItsNextStart() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    try (EmbeddedMule mule = start(RESTORE + " overwrite='true'", RESTORE)) {
      for (int i = 0; i < 2; i++) {
        assertTrue(smsUrl().contains("/source-inbound-message/answer/"), smsUrl());
        assertEquals(1, account.get("/v1/Sinks").path("sinks").size());
        mule.stopFlow("answer");
        mule.stopFlow("events");
        assertEquals(FOREIGN, smsUrl());
        assertEquals(0, account.get("/v1/Sinks").path("sinks").size());
        mule.startFlow("answer");
        mule.startFlow("events");
      }
    }
    assertEquals(FOREIGN, smsUrl());
  }

  @Test
  void whatHasGoneMeanwhileDoesNotHinderTheStop() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO)) {
      try (EmbeddedMule mule = start(RESTORE, RESTORE)) {
        account.get("/v1/Subscriptions").path("subscriptions").forEach(each -> account.delete("/v1/Subscriptions/" + sid(each)));
        account.get("/v1/Sinks").path("sinks").forEach(each -> account.delete("/v1/Sinks/" + sid(each)));
        account.delete("/2010-04-01/Accounts/" + TestApplication.ACCOUNT + "/IncomingPhoneNumbers/" + sid(account.number(NUMBER))
            + ".json");
      }
      assertEquals(2, log.with("as it is: its earlier value is not known, or somebody has changed it since").size(),
                   log.all().toString());
    }
  }

  @Test
  void aFailureAtTheStopIsToldAndTheStopGoesOn() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN)) {
      try (EmbeddedMule mule = start(RESTORE, RESTORE)) {
        simulator.apiFaults().nextRequests(1000, ApiFault.answer(ApiAnswer.error(403, 70051,
            "Authorization failed for the key")));
      }
      assertEquals(2, log.with("could not restore the earlier value of").size(), log.all().toString());
      assertEquals(2, log.with("Authorization failed for the key").size(), log.all().toString());
    }
  }

  /** Twilio has done what was asked, and its answer was lost. */
  @Test
  void whatAFailedStartMayHaveSetIsPutBack() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    try (EmbeddedMule mule = start(RESTORE + " overwrite='true'", RESTORE)) {
      mule.stopFlow("answer");
      mule.stopFlow("events");
      int failed = 0;
      for (String flow : List.of("answer", "events")) {
        for (int step = 0; step < 6; step++) {
          simulator.apiFaults().afterRequests(step).nextCreates(1, ApiFault.cutAfter());
          failed += startAndStop(mule, flow) ? 0 : 1;
          simulator.apiFaults().none();
          assertEquals(FOREIGN, smsUrl(), flow + " after step " + step);
          assertEquals(0, account.get("/v1/Sinks").path("sinks").size(), flow + " after step " + step);
        }
      }
      assertTrue(failed > 2, "starts that failed: " + failed);
    }
  }

  private static boolean startAndStop(EmbeddedMule mule, String flow) {
    try {
      mule.startFlow(flow);
    } catch (IllegalStateException e) {
      return false;
    }
    mule.stopFlow(flow);
    return true;
  }

  /** The start has failed, and a reconnection is under way when the application stops. */
  @Test
  void aStopDuringARegistrationPutsBackWhatThatHasSet() throws Exception {
    simulator.apiFaults().nextRequests(1000, ApiFault.answer(ApiAnswer.unavailable()));
    try (EmbeddedMule mule = application(simulator, port,
        "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='"
        + NUMBER + "' onStop='RESTORE'><reconnect-forever frequency='50' blocking='false'/></twilio:on-message>"
        + "<logger level='DEBUG' message='in'/></flow>").start()) {
      simulator.apiFaults().none().delayAnswers(Duration.ofMillis(300));
      int before = simulator.requests().size();
      simulator.awaitRequests(all -> all.size() > before, SOON);
    }
    simulator.apiFaults().none();
    await(() -> smsUrl().isEmpty());
  }

  private EmbeddedMule start(String message, String event) {
    return application(simulator, port, "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "' "
        + message
        + "/><set-payload value='&lt;Response/&gt;'/></flow><flow name='events'><twilio:on-event config-ref='Twilio' types='"
        + DELIVERED + "' " + event + "/><logger level='DEBUG' message='in'/></flow>").start();
  }

  private static String sid(JsonNode resource) {
    return resource.path("sid").asText();
  }
}
