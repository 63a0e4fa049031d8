package org.muletwilio.internal.callback.address;

import org.mule.runtime.api.exception.MuleException;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The addresses under which Twilio reaches an endpoint: one at a time, but it may change. */
public interface PublicAddresses {

  /**
   * Never waits: operations ask on threads of flows.
   *
   * @return the address to make callbacks' addresses of
   * @throws MuleException if there is none at present, saying what was looked for and what was seen
   */
  PublicAddress current() throws MuleException;

  /** @return the addresses that Twilio may have been given, the latest first; never empty, the same list while none is added */
  List<PublicAddress> accepted();

  /**
   * Finds out whether the address has changed: a callback came for another one. Never waits.
   *
   * @return ends, and never fails, once that is known
   */
  CompletableFuture<Void> lookAgain();

  /** The addresses are needed no more. */
  default void close() {
    // the address of a config has nothing to close
  }
}
