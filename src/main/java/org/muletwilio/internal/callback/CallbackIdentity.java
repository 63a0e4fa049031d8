package org.muletwilio.internal.callback;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Map;
import java.util.Optional;

/**
 * By what a repeated callback is known. The same status of the same message, call … is the same callback, whoever sends it when.
 * What reports no status, or asks for TwiML, which a call may do many times, is known by the token that Twilio gives to a request
 * and its repeats.
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

  /** @return the key that a repeat shares; none where nothing tells it from others */
  Optional<String> getKey() {
    return event.isPresent() ? event : token;
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
