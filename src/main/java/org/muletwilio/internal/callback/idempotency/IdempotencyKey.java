package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.StatusOrder;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.Map;
import java.util.Optional;

/**
 * The key by which a repeated callback is recognized. The same status of the same message, call … of an account is the same
 * callback, whenever it is sent. A callback that reports no status, or asks for an answer, which a call may do many times, has
 * the token that Twilio gives to a request and its repeats; a reservation of TaskRouter, which is assigned once, has its SID, and
 * an authorization of Connect has the number in its state.
 */
public final class IdempotencyKey {

  private final Optional<String> event;
  private final Optional<String> key;

  private IdempotencyKey(Optional<String> event, Optional<String> key) {
    this.event = event;
    this.key = key;
  }

  /**
   * @param route where the callback goes
   * @param account whose it is: nobody's callback can stand for another account's
   * @param idempotencyToken Twilio's mark that repeats share
   * @param fields its fields
   * @return its key
   */
  public static IdempotencyKey of(CallbackRoute route, CallerAccount account, Optional<String> idempotencyToken,
                                  Map<String, String> fields) {
    Optional<String> event = (route.getState().isPresent() ? ofState(route) : eventOf(route, fields))
        .map(account.getKeyPrefix()::concat);
    Optional<String> key = event.isPresent() ? event : assignmentOf(route, fields).map(account.getKeyPrefix()::concat);
    return new IdempotencyKey(event, key.isPresent() ? key
        : idempotencyToken.map(token -> account.getKeyPrefix() + route.getFlow() + "#" + token));
  }

  /**
   * @param route where the callback would go
   * @param account whose message or call it is
   * @param sid of the message or call
   * @return the key of what the flow is told in place of a last status that never came
   */
  public static IdempotencyKey ofGivenUp(CallbackRoute route, CallerAccount account, String sid) {
    Optional<String> event = Optional.of(account.getKeyPrefix() + route.getName() + "/" + sid + "/given-up/");
    return new IdempotencyKey(event, event);
  }

  /**
   * @param route where the event goes
   * @param account whose event it is
   * @param id the event's
   * @return the key of an event, in whatever batch it comes
   */
  public static IdempotencyKey ofEvent(CallbackRoute route, CallerAccount account, String id) {
    Optional<String> event = Optional.of(account.getKeyPrefix() + route.getName() + "/" + id + "/event/");
    return new IdempotencyKey(event, event);
  }

  /** @return what the callback reports, in a form that outlives this process */
  Optional<String> getEvent() {
    return event;
  }

  /** @return the key that a repeat shares; none where nothing tells it from others */
  Optional<String> getKey() {
    return key;
  }

  private static Optional<String> ofState(CallbackRoute route) {
    return route.getState().map(number -> route.getName() + "/" + number);
  }

  private static Optional<String> eventOf(CallbackRoute route, Map<String, String> fields) {
    CallbackKind kind = route.getKind();
    if (kind.isAnswered()) {
      return Optional.empty();
    }
    return kind.resourceSidIn(fields).flatMap(sid -> kind.statusIn(fields)
        .map(status -> route.getName() + "/" + sid + "/" + status + "/"
            + (StatusOrder.isTerminal(kind, status) ? "" : numberIn(fields))));
  }

  /** The address for fallbacks is called about the same reservation, and may lead to the same flow. */
  private static Optional<String> assignmentOf(CallbackRoute route, Map<String, String> fields) {
    CallbackKind kind = route.getKind();
    return kind == CallbackKind.TASK_ASSIGNMENT
        ? kind.resourceSidIn(fields).map(sid -> route.getName() + "/" + sid) : Optional.empty();
  }

  /** A status may come twice in a call or conference, but the last one: that has no number when it is looked up. */
  private static String numberIn(Map<String, String> fields) {
    return fields.getOrDefault("SequenceNumber", fields.getOrDefault("SequenceId", ""));
  }
}
