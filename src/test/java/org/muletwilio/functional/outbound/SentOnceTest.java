package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is sent twice that may have been done, and a rate limit is waited for. */
class SentOnceTest extends ErrorsApplication {

  @Test
  void aLateAnswerIsATimeoutAndTheMessageMayHaveBeenSent() throws Exception {
    simulator.apiFaults().delayAnswers(Duration.ofSeconds(2));
    FlowFailedException failure = failure("impatient", "+15551234567");
    assertEquals("TWILIO:TIMEOUT", failure.errorType());
    assertTrue(failure.description().contains("may have been done"), failure.description());
    simulator.awaitRequests(all -> creates() > 0, TestApplication.SOON);
    assertEquals(1, creates());
  }

  @ParameterizedTest
  @CsvSource({"500,SERVER_ERROR", "502,SERVICE_UNAVAILABLE", "503,SERVICE_UNAVAILABLE", "504,SERVICE_UNAVAILABLE"})
  void aFailingTwilioIsAskedOnce(int status, String type) {
    ApiAnswer page = new ApiAnswer(status, Map.of("Content-Type", "text/html"), "<html>down</html>");
    simulator.apiFaults().nextCreates(10, ApiFault.answer(page));
    assertEquals("TWILIO:" + type, sendFailure().errorType());
    assertEquals(1, creates());
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainByACreate() {
    simulator.apiFaults().nextCreates(10, ApiFault.cutAfter());
    FlowFailedException failure = sendFailure();
    assertEquals("TWILIO:UNKNOWN_OUTCOME", failure.errorType());
    assertTrue(failure.description().contains("may have been done"), failure.description());
    assertEquals(1, creates());
  }

  @Test
  void aRateLimitIsWaitedFor() {
    simulator.apiFaults().nextCreates(2, ApiFault.answer(ApiAnswer.error(429, 20429, "Too Many Requests")));
    mule.run("send", "+15551234567", null, Map.of("from", "+15005550006", "body", "x"));
    assertEquals(3, creates());
    assertEquals(1, simulator.messages().size());
  }

  @Test
  void aRateLimitThatLastsIsAnError() {
    simulator.apiFaults().nextCreates(100, ApiFault.answer(ApiAnswer.error(429, 20429, "Too Many Requests")));
    assertEquals("TWILIO:TOO_MANY_REQUESTS", sendFailure().errorType());
    assertEquals(5, creates());
  }

  private FlowFailedException sendFailure() {
    return assertThrows(FlowFailedException.class,
        () -> mule.run("send", "+15551234567", null, Map.of("from", "+15005550006", "body", "x")));
  }
}
