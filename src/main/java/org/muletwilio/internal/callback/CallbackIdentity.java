package org.muletwilio.internal.callback;

import org.muletwilio.api.callback.CallbackKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what a repeated callback is known. Twilio marks the repeats of one request with a token. Beyond that, the same status of the
 * same message, call … is the same callback; a request for TwiML is not, since a call may ask the same flow many times.
 */
final class CallbackIdentity {

  private final Optional<String> token;
  private final Optional<String> event;

  private CallbackIdentity(Optional<String> token, Optional<String> event) {
    this.token = token;
    this.event = event;
  }

  static CallbackIdentity of(CallbackRoute route, Optional<String> idempotencyToken, Map<String, String> fields) {
    return new CallbackIdentity(idempotencyToken.map(token -> route.getFlow() + "#" + token), eventOf(route, fields));
  }

  /** @return what the callback reports, in a form that outlives this process */
  Optional<String> getEvent() {
    return event;
  }

  /** @return every key that a repeat may share */
  List<String> keys() {
    List<String> keys = new ArrayList<>(2);
    token.ifPresent(keys::add);
    event.ifPresent(keys::add);
    return keys;
  }

  private static Optional<String> eventOf(CallbackRoute route, Map<String, String> fields) {
    CallbackKind kind = route.getKind();
    if (kind.isAnsweredWithTwiml()) {
      return Optional.empty();
    }
    return kind.resourceSidIn(fields).flatMap(sid -> kind.statusIn(fields)
        .map(status -> kind.getPathSegment() + "/" + route.getFlow() + "/" + sid + "/" + status + "/"
            + (StatusOrder.isTerminal(kind, status) ? "" : numberIn(fields))));
  }

  /** A status may come twice in a call or conference, but the last one: that has no number when it is looked up. */
  private static String numberIn(Map<String, String> fields) {
    return fields.getOrDefault("SequenceNumber", fields.getOrDefault("SequenceId", ""));
  }
}
