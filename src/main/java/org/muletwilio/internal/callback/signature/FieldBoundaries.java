package org.muletwilio.internal.callback.signature;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Twilio signs an address, and the names and values of a form, as one text without separators, so that a signature fits many
 * requests: whoever captured one could cut its text into an address and fields in another way. The token of the route's context
 * shows where the address ends. Here is refused what Twilio never sends and another cut needs.
 */
final class FieldBoundaries {

  /** What stands between an address and what follows it: no field of Twilio's begins so. */
  private static final String AFTER_AN_ADDRESS = "?&#";
  private static final int SID_LENGTH = 34;
  /** What the connector goes by. */
  private static final List<String> SIDS = unmodifiableList(asList("AccountSid", "MessageSid", "SmsSid", "CallSid",
      "ConferenceSid", "RecordingSid", "TranscriptionSid", "OutgoingCallerIdSid"));
  private static final List<String> SINGLE = unmodifiableList(asList("MessageStatus", "SmsStatus", "CallStatus", "RecordingStatus",
      "StatusCallbackEvent", "TranscriptionEvent", "VerificationStatus", "AnsweredBy", "SequenceNumber", "SequenceId", "Timestamp",
      "From", "To", "Body"));

  private FieldBoundaries() {}

  /**
   * @param request whose query has the end of the address
   * @param form the fields of the body
   * @return why these can't be the fields that Twilio signed, or empty where they can
   */
  static Optional<String> reasonAgainst(CallbackRequest request, MultiMap<String, String> form) {
    MultiMap<String, String> query = request.getQuery();
    if (query.getAll(CallbackSignature.BODY_HASH).size() > 1) {
      return Optional.of("it has " + CallbackSignature.BODY_HASH + " more than once");
    }
    if (form.isEmpty()) {
      return Optional.empty();
    }
    if (!query.keySet().stream().allMatch(FieldBoundaries::isOfAddress)) {
      return Optional.of("it has fields both in its address and in its body. Give values of your own to callbackContext in place of "
          + "the address");
    }
    if (hasEmptyField(request.querySuffix())) {
      return Optional.of("its query has an & without a field");
    }
    if (!form.keySet().stream().allMatch(FieldBoundaries::isName)) {
      return Optional.of("a field has no name, or one that begins with a character of " + AFTER_AN_ADDRESS);
    }
    for (String name : SIDS) {
      if (!form.getAll(name).stream().allMatch(FieldBoundaries::isSid)) {
        return Optional.of("its " + name + " is not a SID");
      }
    }
    return Stream.concat(SIDS.stream(), SINGLE.stream()).filter(name -> new HashSet<>(form.getAll(name)).size() > 1).findFirst()
        .map(name -> "its " + name + " has two values");
  }

  /** An & at the end could have been the start of another field. */
  private static boolean hasEmptyField(String query) {
    return query.endsWith("&") || query.contains("&&") || query.startsWith("?&");
  }

  private static boolean isOfAddress(String name) {
    return CallbackRoute.isOwnField(name) || name.equals(CallbackSignature.BODY_HASH);
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && AFTER_AN_ADDRESS.indexOf(name.charAt(0)) < 0;
  }

  /** Test tools make shorter ones than Twilio does; what is longer has taken in a part of the next field. */
  private static boolean isSid(String value) {
    return value.length() <= SID_LENGTH && value.chars().allMatch(each -> each < 0x80 && Character.isLetterOrDigit(each));
  }
}
