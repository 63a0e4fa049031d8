package org.muletwilio.internal.callback.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Finds out which claims were abandoned, because their process has died. An owner changes its entries again and again: a claim
 * whose entries have stayed the same for a whole lease, as this process has seen, is abandoned. The clocks of different nodes are
 * never compared. Thread-safe.
 */
public final class ClaimWatch {

  /** Claims of other nodes that were found held. The oldest are forgotten first, and watched anew. */
  private static final int MOST = 10_000;

  private final long leaseMillis;
  private final LongSupplier millisClock;
  private final Map<String, Seen> seen = new LinkedHashMap<String, Seen>() {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
      return size() > MOST;
    }
  };

  /**
   * @param leaseMillis after how long without a change a claim is abandoned
   * @param millisClock a clock of this process that never jumps
   */
  public ClaimWatch(long leaseMillis, LongSupplier millisClock) {
    this.leaseMillis = leaseMillis;
    this.millisClock = millisClock;
  }

  /**
   * @param key the claim's
   * @param state what its entries say
   * @return whether they have said so for too long
   */
  synchronized boolean isAbandoned(String key, String state) {
    long now = millisClock.getAsLong();
    Seen before = seen.get(key);
    if (before != null && before.state.equals(state)) {
      return now - before.sinceMillis >= leaseMillis;
    }
    seen.remove(key);
    seen.put(key, new Seen(state, now));
    return false;
  }

  /** @return the time of this process */
  long now() {
    return millisClock.getAsLong();
  }

  /**
   * @param claim one of this process
   * @return whether nobody can take it for abandoned before one more step is taken
   */
  boolean isSafe(Claim claim) {
    return now() - claim.getSignMillis() < leaseMillis / 2;
  }

  private static final class Seen {

    private final String state;
    private final long sinceMillis;

    private Seen(String state, long sinceMillis) {
      this.state = state;
      this.sinceMillis = sinceMillis;
    }
  }
}
