package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flows can catch, and what it tells them. */
class OperationErrorsTest extends ErrorsApplication {

  @ParameterizedTest
  @CsvSource({"+15005550001,+15005550006,INVALID_PHONE_NUMBER,21211", "+15005550002,+15005550006,INVALID_PHONE_NUMBER,21612",
      "+15005550003,+15005550006,GEO_PERMISSION,21408", "+15005550004,+15005550006,RECIPIENT_UNSUBSCRIBED,21610",
      "+15005550009,+15005550006,INVALID_PHONE_NUMBER,21614", "+15551234567,+15005550001,INVALID_SENDER,21212",
      "+15551234567,+15005550007,INVALID_SENDER,21606", "+15551234567,+15005550008,QUEUE_FULL,21611"})
  void twiliosCodesAreErrorTypes(String to, String from, String type, int code) {
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run("send", to, null, Map.of("from", from, "body", "x")));
    assertEquals("TWILIO:" + type, failure.errorType());
    assertTrue(failure.description().contains("error " + code), failure.description());
    assertTrue(failure.description().contains("https://www.twilio.com/docs/errors/" + code), failure.description());
    assertEquals(1, simulator.requests().stream().filter(each -> each.method().equals("POST")).count());
  }

  @Test
  void aParentTypeCatchesAndTwiliosAnswerIsThere() {
    Object refusal = mule.run("caught", "").payload();
    assertEquals("HTTP 400, error 21211", refusal.toString().substring(0, 21));
  }

  @Test
  void anUnknownMessageIsNotFound() {
    assertEquals("TWILIO:NOT_FOUND", failure("get", "SM" + "0".repeat(32)).errorType());
  }

  @Test
  void wrongCredentialsAreToldApart() {
    assertEquals("TWILIO:INVALID_CREDENTIALS", failure("stranger", "+15551234567").errorType());
  }

  @Test
  void anUnreachableTwilioIsAConnectivityError() {
    FlowFailedException failure = failure("unreachable", "+15551234567");
    assertEquals("TWILIO:CONNECTIVITY", failure.errorType());
    assertTrue(failure.description().contains("Connection refused"), failure.description());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "no-sender      | INVALID_REQUEST      | +15551234567",
      "no-content     | INVALID_REQUEST      | +15551234567",
      "empty-content  | INVALID_REQUEST      | +15551234567",
      "both-callbacks | INVALID_CALLBACK_URL | https://example.com/x",
      "unknown-flow   | INVALID_CALLBACK_URL | nowhere",
      "sub-flow       | INVALID_CALLBACK_URL | a-sub-flow",
      "config-as-flow | INVALID_CALLBACK_URL | Twilio",
      "bad-url        | INVALID_CALLBACK_URL | example.com/x",
      "long-url       | INVALID_CALLBACK_URL | 4020",
      "variables      | INVALID_REQUEST      | contentSid",
      "send-at        | INVALID_REQUEST      | 2030-01-31T09:00:00Z",
      "bad-time       | INVALID_REQUEST      | tomorrow",
      "validity       | INVALID_REQUEST      | 0",
      "media          | INVALID_REQUEST      | not a url",
      "long-context   | INVALID_CALLBACK_URL | callbackContext",
  })
  void wrongParametersFailBeforeAnythingIsSent(String flow, String type, String named) {
    FlowFailedException failure = failure(flow, "+15551234567");
    assertEquals("TWILIO:" + type, failure.errorType());
    assertTrue(failure.description().startsWith("twilio:send-message: "), failure.description());
    assertTrue(failure.description().contains(named), failure.description());
    assertEquals(0, creates());
  }

  /** The SDK takes it for no value at all. */
  @Test
  void theTextNullIsSent() {
    mule.run("null-text", "+15551234567");
    assertEquals("null", simulator.messages().get(simulator.messages().size() - 1).text("body"));
  }

  @Test
  void aContextThatNoAddressCanCarryIsRefused() {
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure("nul-context", "a\0b").errorType());
    assertEquals(0, creates());
  }

  @Test
  void errorsHoldNoSecret() {
    for (FlowFailedException failure : new FlowFailedException[] {failure("stranger", "+15551234567"),
        failure("unreachable", "+15551234567")}) {
      assertFalse(failure.toString().contains(TestApplication.TOKEN));
    }
  }
}
