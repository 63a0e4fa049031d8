package org.muletwilio.internal.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.resource.RequestError;
import org.muletwilio.api.resource.RequestErrorBuilder;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error tells, and of what Twilio answered. */
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

  static Stream<String> texts() {
    return Stream.of("a\nERROR forged line", "a\r\n2026-01-01 INFO x", "\u001b[2J\u001b[31mred", "\u202egnp.exe", "\u2028line",
        "\u0085next",
        "nul\0", "half \ud800 pair", "x".repeat(1_000_000), "\n".repeat(1_000_000));
  }

  /** Mule writes the message to the log as it is, whoever has written what is quoted in it. */
  @ParameterizedTest
  @MethodSource("texts")
  void aMessageIsOneLineOfABoundedLength(String text) {
    for (TwilioException each : new TwilioException[] {
        new TwilioException(TwilioError.INVALID_REQUEST, "to is '" + text + "'"),
        new TwilioException(TwilioError.INVALID_REQUEST, "to is '" + text + "'", new IllegalStateException()),
        TwilioException.unreached("to is '" + text + "'", new IllegalStateException()),
        new TwilioException(TwilioError.INVALID_REQUEST,
            new RequestErrorBuilder().status(400).message(text).moreInfo(text).build())}) {
      String message = each.getMessage();
      assertTrue(message.length() <= 5000, () -> message.length() + " characters");
      assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), () -> message.substring(0, 50));
      if (each.getCause() != null && each.getCause().getMessage() != null) {
        String cause = each.getCause().getMessage();
        assertTrue(cause.length() <= 5000 && cause.chars().allMatch(c -> c >= ' ' && c <= '~'), () -> cause.substring(0, 50));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"to is '+4915…' für Łódź", "a message of the connector's own, with ' and \" and <>"})
  void otherLettersStay(String text) {
    assertEquals(text, new TwilioException(TwilioError.INVALID_REQUEST, text).getMessage());
  }
}
