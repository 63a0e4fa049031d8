package org.muletwilio.internal.callback.claim;

/** How long claims wait and live, in milliseconds. Immutable. */
public final class ClaimTimes {

  /** After so long Twilio is answered, so that one of its repeats may still find the store in order. */
  private static final long LONGEST_ATTEMPT = 8_000;
  private static final long LONGEST_LEASE = 120_000;
  private static final long SHORTEST_LEASE = 10_000;
  private static final int SIGNS_IN_LEASE = 6;

  private final long attempt;
  private final long lease;

  /**
   * @param flowTimeout after how long a flow's run is given up, and its claim with it
   */
  public ClaimTimes(long flowTimeout) {
    this.lease = Math.max(SHORTEST_LEASE, Math.min(LONGEST_LEASE, flowTimeout));
    this.attempt = Math.min(LONGEST_ATTEMPT, lease / 3);
  }

  /** @return how long a store may take to say whether a flow may run, or to hear how it has ended */
  public long getAttempt() {
    return attempt;
  }

  /** @return after how long without a sign of life a claim is abandoned; more than twice an attempt */
  public long getLease() {
    return lease;
  }

  /** @return after how long the next sign of life is given */
  public long getRenewal() {
    return lease / SIGNS_IN_LEASE;
  }
}
