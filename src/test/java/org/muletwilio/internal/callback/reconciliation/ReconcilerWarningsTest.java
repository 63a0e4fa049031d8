package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.internal.callback.reconciliation.Node.message;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_CLAIMED;
import static org.muletwilio.internal.callback.reconciliation.ReconcilerWarnings.Problem.NOT_REMOVED;

import org.muletwilio.testkit.log.LogLines;

import java.time.Duration;
import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class ReconcilerWarningsTest {

  private long nanos;

  @Test
  void ofEachProblemTheFirstIsToldAndThenOneAMinuteWithTheirNumber() {
    ReconcilerWarnings warnings = new ReconcilerWarnings("Twilio", () -> nanos);
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      for (int i = 1; i <= 3; i++) {
        warnings.add(NOT_REMOVED, message("SM" + i), new IllegalStateException("closed"));
      }
      warnings.add(NOT_CLAIMED, message("SM4"), new IllegalStateException());
      warnings.addNotListed(new IllegalStateException("closed"));
      nanos = Duration.ofMinutes(1).toNanos();
      warnings.add(NOT_REMOVED, message("SM5"), "too many");
      String start = "WARN Config 'Twilio' ";
      assertEquals(List.of(
          start + "can't remove from its object store that the status of SM1 is awaited, and may look it up again: closed",
          start + "can't ask its object store for what is awaited of SM4, and will try again: java.lang.IllegalStateException",
          start + "can't list what its object store awaits, and will try again: java.lang.IllegalStateException: closed",
          start + "can't remove from its object store that the status of SM5 is awaited, and may look it up again: too many"
              + " (2 more like this before)"), log.all());
    }
  }
}
