package org.muletwilio.internal.callback.claim;

import java.util.Optional;

/** The result of an attempt to claim an event. Immutable. */
public final class ClaimResult {

  /** The flow has succeeded before. */
  public static final ClaimResult DONE = new ClaimResult(null);
  /** The flow may be running elsewhere. */
  public static final ClaimResult HELD = new ClaimResult(null);
  /** The store doesn't answer, or not in time. */
  public static final ClaimResult UNKNOWN = new ClaimResult(null);

  private final Claim claim;

  private ClaimResult(Claim claim) {
    this.claim = claim;
  }

  static ClaimResult granted(Claim claim) {
    return new ClaimResult(claim);
  }

  /** @return the claim, with which the flow may run; empty where it may not */
  public Optional<Claim> getClaim() {
    return Optional.ofNullable(claim);
  }
}
