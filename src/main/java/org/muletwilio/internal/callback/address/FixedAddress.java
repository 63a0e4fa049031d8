package org.muletwilio.internal.callback.address;

import static java.util.Collections.singletonList;

import java.util.List;

/** The address that the config says. Immutable. */
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

  @Override
  public void lookAgain() {
    // it doesn't change
  }
}
