package org.muletwilio.internal.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.resource.RequestError;
import org.muletwilio.api.resource.RequestErrorBuilder;

import org.junit.jupiter.api.Test;

/** What an error tells of what Twilio answered. */
class TwilioExceptionTest {

  @Test
  void whatTwilioSaysIsOneLineOfTheMessageAndWholeInThePayload() {
    String text = "first\r\nERROR forged \u202e line" + "x".repeat(100_000);
    RequestError refusal = new RequestErrorBuilder().status(400).code(21211).message(text).build();
    TwilioException failure = new TwilioException(TwilioError.INVALID_PHONE_NUMBER, refusal);
    assertTrue(failure.getMessage().startsWith("Twilio refused the request: HTTP 400, error 21211: first\\r\\nERROR forged"),
        failure.getMessage());
    assertFalse(failure.getMessage().contains("\n") || failure.getMessage().contains("\u202e"),
        "a line break, or a change of direction");
    assertTrue(failure.getMessage().length() < 1200, "bounded");
    assertSame(refusal, failure.getErrorMessage().getPayload().getValue());
    assertEquals(text, refusal.getMessage());
  }
}
