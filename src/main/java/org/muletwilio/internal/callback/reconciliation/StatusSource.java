package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;

/** Where the present status of a message or call can be had without waiting for a callback. */
@FunctionalInterface
public interface StatusSource {

  /**
   * @param kind what would call back: a message's or call's status
   * @param sid the message's or call's
   * @return the fields that a callback would have, by Twilio's names; empty where Twilio knows no such message or call
   */
  Optional<MultiMap<String, String>> fieldsOf(CallbackKind kind, String sid);
}
