package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;
import java.util.OptionalLong;

/** The present status of a message or call at Twilio. */
public final class FetchedStatus {

  private final MultiMap<String, String> fields;
  private final OptionalLong begunMillis;

  /**
   * @param fields those that a callback would have, by Twilio's names
   * @param begunMillis when the message was sent or the call begun, in milliseconds since 1970, if that has happened
   */
  public FetchedStatus(MultiMap<String, String> fields, OptionalLong begunMillis) {
    this.fields = fields;
    this.begunMillis = begunMillis;
  }

  public MultiMap<String, String> getFields() {
    return fields;
  }

  public OptionalLong getBegunMillis() {
    return begunMillis;
  }

  Optional<String> getStatus(CallbackKind kind) {
    return kind.statusIn(fields);
  }
}
