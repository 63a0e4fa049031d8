package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.StatusOrder;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The latest status of each message, call … that a callback reported. Keeps a bounded number of them. */
public final class LatestStatuses {

  private static final int LEAST = 50_000;

  private final FingerprintCache places = new FingerprintCache(Long.MAX_VALUE, LEAST, () -> 0);

  /**
   * @param account whose callback it is
   * @param kind what the callback is about
   * @param fields its fields
   * @return whether a later one of the same message, call … has come before
   */
  public boolean hasLaterThan(CallerAccount account, CallbackKind kind, Map<String, String> fields) {
    OptionalInt place = placeOf(kind, fields);
    Optional<String> sid = kind.resourceSidIn(fields);
    if (!place.isPresent() || !sid.isPresent()) {
      return false;
    }
    return places.keepHighest(account.getKeyPrefix() + kind.getPathSegment() + sid.get(), place.getAsInt()) > place.getAsInt();
  }

  /** Twilio counts the callbacks of calls and conferences, and those of messages not. */
  private static OptionalInt placeOf(CallbackKind kind, Map<String, String> fields) {
    try {
      String sequenceNumber = fields.get("SequenceNumber");
      if (sequenceNumber != null) {
        return OptionalInt.of(Integer.parseInt(sequenceNumber));
      }
    } catch (NumberFormatException e) {
      // the status may tell
    }
    return StatusOrder.placeOf(kind, kind.statusIn(fields).orElse(null));
  }
}
