package org.muletwilio.internal.callback.signature;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableSet;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Twilio signs an address, and the names and values of a form, as one text without separators, so that a signature fits many
 * requests: whoever captured one could cut its text into an address and fields in another way. The token of the route's context
 * shows where the address ends. This check refuses what Twilio never sends and what another cut would need.
 */
final class FieldBoundaries {

  /** What stands between an address and what follows it: no field of Twilio's begins so. */
  private static final String AFTER_AN_ADDRESS = "?&#";
  private static final int SID_LENGTH = 34;
  /** What the connector goes by. */
  private static final Set<String> SIDS = setOf("AccountSid", "MessageSid", "SmsSid", "SmsMessageSid", "CallSid", "ConferenceSid",
      "RecordingSid", "TranscriptionSid", "OutgoingCallerIdSid", "ReservationSid", "ConversationSid", "ChannelSid",
      "interactionSid");
  private static final Set<String> SINGLE = setOf("MessageStatus", "SmsStatus", "CallStatus", "RecordingStatus",
      "StatusCallbackEvent", "TranscriptionEvent", "TranscriptionStatus", "VerificationStatus", "AnsweredBy", "EventType",
      "SequenceNumber", "SequenceId", "Timestamp", "From", "To", "Body");

  private FieldBoundaries() {}

  /**
   * @param request whose query has the end of the address
   * @param form the fields of the body
   * @return why these can't be the fields that Twilio signed, or empty where they can
   */
  static Optional<String> reasonAgainst(CallbackRequest request, MultiMap<String, String> form) {
    if (request.getQuery().getAll(CallbackSignature.BODY_HASH).size() > 1) {
      return Optional.of("it has " + CallbackSignature.BODY_HASH + " more than once");
    }
    return form.isEmpty() ? Optional.empty() : reasonAgainstForm(request, form);
  }

  private static Optional<String> reasonAgainstForm(CallbackRequest request, MultiMap<String, String> form) {
    for (String name : request.getQuery().keySet()) {
      if (!CallbackRoute.isOwnField(name) && !name.equals(CallbackSignature.BODY_HASH)) {
        return Optional.of("it has fields both in its address and in its body. Give values of your own to callbackContext in "
            + "place of the address");
      }
    }
    if (hasEmptyField(request.querySuffix())) {
      return Optional.of("its query has an & without a field");
    }
    for (String name : form.keySet()) {
      if (name.isEmpty() || AFTER_AN_ADDRESS.indexOf(name.charAt(0)) >= 0) {
        return Optional.of("a field has no name, or one that begins with a character of " + AFTER_AN_ADDRESS);
      }
      boolean sid = SIDS.contains(name);
      if (sid && !isSid(form.get(name))) {
        return Optional.of("its " + name + " is not a SID");
      }
      if ((sid || SINGLE.contains(name)) && differ(form.getAll(name))) {
        return Optional.of("its " + name + " has two values");
      }
    }
    return Optional.empty();
  }

  /** An & at the end could have been the start of another field. */
  private static boolean hasEmptyField(String query) {
    return query.endsWith("&") || query.contains("&&") || query.startsWith("?&");
  }

  /** Test tools make shorter ones than Twilio does; what is longer has taken in a part of the next field. */
  private static boolean isSid(String value) {
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each >= 0x80 || !Character.isLetterOrDigit(each)) {
        return false;
      }
    }
    return value.length() <= SID_LENGTH;
  }

  private static boolean differ(List<String> values) {
    return values.size() > 1 && new HashSet<>(values).size() > 1;
  }

  private static Set<String> setOf(String... names) {
    return unmodifiableSet(new HashSet<>(asList(names)));
  }
}
