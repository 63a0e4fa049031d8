package org.muletwilio.internal.callback.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClaimWatchTest {

  private static final long LEASE = 120;
  private static final int MOST = 10_000;

  private long millis = 1_000;
  private final ClaimWatch watch = new ClaimWatch(LEASE, () -> millis);

  @Test
  void whatSaysTheSameForTheLeaseIsAbandoned() {
    assertFalse(watch.isAbandoned("E", "a"));
    millis += LEASE - 1;
    assertFalse(watch.isAbandoned("E", "a"));
    millis++;
    assertTrue(watch.isAbandoned("E", "a"));
    assertFalse(watch.isAbandoned("E", "b"));
    millis += LEASE - 1;
    assertFalse(watch.isAbandoned("E", "b"));
    assertEquals(millis, watch.now());
  }

  /** The rest of the lease is for the step that is to be taken. */
  @Test
  void aClaimIsSafeForHalfOfTheLeaseAfterASignOfLife() {
    Claim claim = new Claim("E", 0, "t", watch.now());
    millis += LEASE / 2 - 1;
    assertTrue(watch.isSafe(claim));
    millis++;
    assertFalse(watch.isSafe(claim));
    claim.renewed(millis);
    assertTrue(watch.isSafe(claim));
  }

  @Test
  void theLastTenThousandAreWatched() {
    for (int i = 0; i < MOST; i++) {
      watch.isAbandoned("E" + i, "a");
    }
    millis += LEASE;
    assertTrue(watch.isAbandoned("E0", "a"));
    watch.isAbandoned("one more", "a");
    assertFalse(watch.isAbandoned("E0", "a"));
    assertTrue(watch.isAbandoned("E2", "a"));
  }
}
