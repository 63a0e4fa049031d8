package org.muletwilio.internal.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.LogLines;

import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  @Test
  void whatIsTooMuchIsRefusedAndToldOnce() {
    ConcurrencyLimit limit = new ConcurrencyLimit("Twilio", 2);
    try (LogLines log = LogLines.of(ConcurrencyLimit.class.getName(), Level.WARN)) {
      assertTrue(limit.enter() && limit.enter());
      assertEquals(List.of(), log.all());
      for (int i = 0; i < 10; i++) {
        assertFalse(limit.enter());
      }
      assertEquals(List.of("WARN Config 'Twilio' has 2 callbacks in progress and refuses more with 503. See maxConcurrency in "
          + "http-callback-config"), log.all());
      limit.leave();
      assertTrue(limit.enter());
    }
  }

  @Test
  void aStopWaitsForThoseInProgressAndNotForEver() {
    ConcurrencyLimit limit = new ConcurrencyLimit("Twilio", 2);
    try (LogLines log = LogLines.of(ConcurrencyLimit.class.getName(), Level.WARN)) {
      limit.enter();
      limit.awaitEmpty(10);
      assertEquals(List.of("WARN Config 'Twilio' stops with 1 callbacks still in progress"), log.all());
      limit.leave();
      limit.awaitEmpty(10);
      assertEquals(1, log.all().size());
      assertFalse(limit.enter(), "nobody enters any more");
    }
  }
}
