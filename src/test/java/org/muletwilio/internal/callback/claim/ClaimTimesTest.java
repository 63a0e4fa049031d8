package org.muletwilio.internal.callback.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTimesTest {

  @ParameterizedTest
  @CsvSource({"1000, 10000, 3333, 1666", "10000, 10000, 3333, 1666", "18000, 18000, 6000, 3000", "60000, 60000, 8000, 10000",
      "120000, 120000, 8000, 20000", "600000, 120000, 8000, 20000"})
  void aLeaseIsAsLongAsTheFlowMayTakeWithinLimits(long flowTimeout, long lease, long attempt, long renewal) {
    ClaimTimes times = new ClaimTimes(flowTimeout);
    assertEquals(lease, times.getLease());
    assertEquals(attempt, times.getAttempt());
    assertEquals(renewal, times.getRenewal());
    assertTrue(times.getLease() > 2 * times.getAttempt());
  }
}
