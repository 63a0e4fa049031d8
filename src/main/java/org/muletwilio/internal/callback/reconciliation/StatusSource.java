package org.muletwilio.internal.callback.reconciliation;

import org.muletwilio.internal.callback.pending.AwaitedStatus;

import java.util.Optional;

/** Fetches the present status of a message or call. */
@FunctionalInterface
public interface StatusSource {

  /**
   * @param status whose
   * @return what Twilio knows of the message or call; empty where it knows none
   */
  Optional<FetchedStatus> fetch(AwaitedStatus status);
}
