package org.muletwilio.internal.callback.address;

import static java.util.Collections.singletonList;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The address that the config sets. Immutable. */
public final class FixedAddress implements PublicAddresses {

  private final List<PublicAddress> addresses;

  public FixedAddress(PublicAddress address) {
    this.addresses = singletonList(address);
  }

  @Override
  public PublicAddress current() {
    return addresses.get(0);
  }

  @Override
  public List<PublicAddress> accepted() {
    return addresses;
  }

  /** It doesn't change. */
  @Override
  public CompletableFuture<Void> lookAgain() {
    return completedFuture(null);
  }
}
