package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.util.MultiMap;

import java.util.Optional;

/** Where the present status of a message or call can be had without waiting for a callback. */
@FunctionalInterface
public interface StatusSource {

  /**
   * @param status whose
   * @return the fields that a callback would have, by Twilio's names; empty where Twilio knows no such message or call
   */
  Optional<MultiMap<String, String>> fieldsOf(AwaitedStatus status);
}
