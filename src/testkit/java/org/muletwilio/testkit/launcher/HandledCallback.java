package org.muletwilio.testkit.launcher;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A callback that a flow has handled.
 *
 * @param attributes its attributes
 * @param succeeded whether the flow ended without an error
 */
record HandledCallback(String flow, CallbackAttributes attributes, boolean succeeded) {

  private static final Set<CallbackKind> LIVES = EnumSet.of(CallbackKind.MESSAGE_STATUS, CallbackKind.CALL_STATUS);
  private static final Set<CallbackKind> INBOUND =
      EnumSet.of(CallbackKind.INBOUND_MESSAGE, CallbackKind.INBOUND_MESSAGE_FALLBACK);

  static HandledCallback of(FlowRun run, CallbackAttributes attributes) {
    return new HandledCallback(run.flow(), attributes, !run.failed());
  }

  /** @return the status in Twilio's words, or null where the kind has none */
  String status() {
    return attributes.getStatus();
  }

  /** @return the status, or the kind where it has none */
  String inWords() {
    return status() == null ? kind(attributes) : status();
  }

  /** @return whether it reports the status of a message or call, which has a last one */
  boolean isOfALife() {
    return LIVES.contains(attributes.getKind());
  }

  /** @return whether it is a message to the application */
  boolean isInboundMessage() {
    return INBOUND.contains(attributes.getKind());
  }

  /** @return whether it reports the last status of that message or call */
  boolean isLastOf(String sid) {
    return isOfALife() && attributes.isTerminal() && sid.equals(attributes.getResourceSid());
  }

  /** @return whether it is the same callback, as a repeat is */
  boolean isSame(HandledCallback other) {
    return flow.equals(other.flow) && described(attributes).equals(described(other.attributes));
  }

  /** @return such as {@code message status sent of SM…} */
  static String described(CallbackAttributes callback) {
    return kind(callback)
        + (callback.getStatus() == null ? "" : " " + callback.getStatus())
        + (callback.getResourceSid() == null ? "" : " of " + callback.getResourceSid());
  }

  private static String kind(CallbackAttributes callback) {
    return callback.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
