package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.LogLines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Each line of the log is one that the connector wrote. */
class SafeLoggerTest {

  private static final SafeLogger LOGGER = SafeLogger.of(SafeLoggerTest.class);
  private static final String FORGED = "x\n12:00:00.000 INFO  Everything is fine\u2028\u202eenif";
  private static final String SAFE = "x\\n12:00:00.000 INFO  Everything is fine\\u2028\\u202eenif";

  @Test
  void argumentsAreEscapedAtEveryLevel() {
    try (LogLines lines = LogLines.of(SafeLoggerTest.class.getName(), Level.DEBUG)) {
      LOGGER.debug("{} and {}", FORGED, 5);
      LOGGER.info("{} and {}", FORGED, 5);
      LOGGER.warn("{} and {}", FORGED, 5);
      LOGGER.error("{} and {}", FORGED, null);
      assertEquals(List.of("DEBUG " + SAFE + " and 5", "INFO " + SAFE + " and 5", "WARN " + SAFE + " and 5",
                           "ERROR " + SAFE + " and null"), lines.all());
    }
  }

  @Test
  void aTextIsCutAfterAThousandCharacters() {
    String most = "é".repeat(1000);
    assertEquals(most, LogText.of(most));
    assertEquals(most + "... (1001 characters)", LogText.of(most + "x"));
    assertEquals("x".repeat(1000), LogText.of("x".repeat(1000)));
    assertEquals("x".repeat(1000) + "... (1002 characters)", LogText.of("x".repeat(1002)));
    assertEquals("a\\u007fb", LogText.of("a\u007Fb"));
    assertEquals("\\u001f ~", LogText.of("\u001F ~"));
  }

  @Test
  void aFailureKeepsItsTraceAndItsCausesAndHasNoLinesOfItsOwn() {
    Throwable failure = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
    StringWriter trace = new StringWriter();
    LoggedFailure.of(failure).printStackTrace(new PrintWriter(trace));
    assertTrue(trace.toString().startsWith("java.lang.IllegalStateException: " + SAFE + System.lineSeparator() + "\tat "
        + SafeLoggerTest.class.getName()), trace.toString());
    assertTrue(trace.toString().contains("Caused by: java.lang.IllegalArgumentException: " + SAFE), trace.toString());
    assertFalse(trace.toString().contains("\n12:00"), trace.toString());
    try (LogLines lines = LogLines.of(SafeLoggerTest.class.getName(), Level.DEBUG)) {
      LOGGER.error("broken for '{}'", FORGED, failure);
      assertEquals(1, lines.all().size());
      assertTrue(lines.all().get(0).startsWith("ERROR broken for '" + SAFE + "' (java.lang.IllegalStateException: " + SAFE),
                 lines.all().get(0));
    }
  }

  @Test
  void causesThatGoInCirclesEnd() {
    Exception first = new IllegalStateException("first");
    Exception second = new IllegalStateException("second", first);
    first.initCause(second);
    int causes = 0;
    for (Throwable each = LoggedFailure.of(first); each != null; each = each.getCause()) {
      causes++;
    }
    assertEquals(11, causes);
  }
}
