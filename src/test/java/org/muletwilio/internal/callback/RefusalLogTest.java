package org.muletwilio.internal.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A flood of bad requests writes few lines, and no line hides another kind. */
class RefusalLogTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
  private final RefusalLog log = new RefusalLog("Twilio", nanos::get);

  @Test
  void theFirstOfEachKindIsToldInFullAndTheRestCounted() {
    try (LogLines lines = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      IntStream.range(0, 10_000).parallel().forEach(i -> log.add(Refusal.UNSIGNED, () -> "one"));
      log.add(Refusal.WRONGLY_SIGNED, () -> "another");
      assertEquals(List.of("WARN Config 'Twilio' refused one", "WARN Config 'Twilio' refused another"), lines.all());
      pass(59);
      log.add(Refusal.UNSIGNED, () -> "one");
      assertEquals(2, lines.all().size());
      pass(1);
      log.add(Refusal.UNSIGNED, () -> "a later one");
      log.add(Refusal.WRONGLY_SIGNED, () -> "a later other");
      assertEquals(List.of("WARN Config 'Twilio' refused a later one. Before it, 10000 more requests without a signature were "
          + "refused",
          "WARN Config 'Twilio' refused a later other"), lines.all().subList(2, 4));
    }
  }

  @Test
  void theEndTellsWhatWasLeftOut() {
    try (LogLines lines = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      IntStream.range(0, 3).forEach(i -> log.add(Refusal.TOO_LARGE, () -> "one"));
      log.close();
      log.close();
      assertEquals(List.of("WARN Config 'Twilio' refused one",
          "WARN Config 'Twilio' refused 2 more requests that were too large"),
                   lines.all());
    }
  }

  @Test
  void allAreToldAtDebugLevel() {
    try (LogLines lines = LogLines.of(RefusalLog.class.getName(), Level.DEBUG)) {
      IntStream.range(0, 3).forEach(i -> log.add(Refusal.MALFORMED, () -> "number " + i));
      assertEquals(List.of("WARN Config 'Twilio' refused number 0", "DEBUG Config 'Twilio' refused number 1",
          "DEBUG Config 'Twilio' refused number 2"), lines.all());
    }
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
