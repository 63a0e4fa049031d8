package org.muletwilio.simulator.parameter;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.resource.PhoneNumbers;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The magic numbers of Twilio's test credentials, which make the API refuse a request. */
final class MagicNumbers {

  private record Refusal(int code, String message) {
  }

  private static final String PREFIX = "+1500555";

  /** The addresses that calls take, beside phone numbers. */
  private static final Set<String> CALLED = Set.of("client", "sip", "sips", "whatsapp", "app");
  /** Addresses that no message is sent to. */
  private static final Set<String> OF_CALLS = Set.of("client", "sip", "sips", "app", "tel", "mailto", "http", "https");

  private static final Map<String, Refusal> MESSAGE_FROM = Map.of(
      "0001", new Refusal(21212, "The 'From' number %s is not a valid phone number, shortcode, or alphanumeric sender ID."),
      "0007", new Refusal(21606, "The 'From' phone number provided (%s) is not a valid message-capable Twilio phone number."),
      "0008", new Refusal(21611, "This 'From' number %s has exceeded the maximum number of queued messages."));

  private static final Map<String, Refusal> MESSAGE_TO = Map.of(
      "0001", new Refusal(21211, "The 'To' number %s is not a valid phone number."),
      "0002", new Refusal(21612, "The 'To' phone number %s is not currently reachable via SMS."),
      "0003", new Refusal(21408, "Permission to send an SMS has not been enabled for the region of the 'To' number: %s."),
      "0004", new Refusal(21610, "The receiver %s has unsubscribed from this sender."),
      "0009", new Refusal(21614, "'To' number %s is not a valid mobile number."));

  private static final Map<String, Refusal> CALL_FROM = Map.of(
      "0001", new Refusal(21212, "The 'From' number %s is not a valid phone number."));

  private static final Map<String, Refusal> CALL_TO = Map.of(
      "0001", new Refusal(21217, "Phone number %s does not appear to be valid."),
      "0002", new Refusal(21214, "The 'To' phone number %s cannot be reached."),
      "0003", new Refusal(21215, "The account isn't allowed to call the region of %s."),
      "0004", new Refusal(21216, "The account isn't allowed to call %s."));

  private MagicNumbers() {}

  static Optional<ApiError> caller(String from) {
    return refusal(CALL_FROM, from, plausibleParty(from));
  }

  static Optional<ApiError> callee(String to) {
    return refusal(CALL_TO, to, plausibleParty(to));
  }

  static Optional<ApiError> messageSender(String from) {
    return refusal(MESSAGE_FROM, from, plausibleSender(from));
  }

  static Optional<ApiError> messageReceiver(String to) {
    return refusal(MESSAGE_TO, to, plausibleReceiver(to));
  }

  /** What is not a number is refused like the invalid number 0001. */
  private static Optional<ApiError> refusal(Map<String, Refusal> refusals, String number, boolean plausible) {
    String key = plausible && number.startsWith(PREFIX) ? number.substring(PREFIX.length()) : plausible ? "" : "0001";
    return Optional.ofNullable(refusals.get(key))
        .map(found -> ApiError.invalid(found.code, String.format(found.message, number) + hint(number)));
  }

  /** What is often the reason. */
  private static String hint(String number) {
    return number.startsWith(" ") && PhoneNumbers.valid(number.substring(1)) ? " In a form a + is a space: write it as %2B." : "";
  }

  /** A phone number in E.164, or an address of a channel for messages such as WhatsApp. */
  static boolean plausibleReceiver(String to) {
    int channel = to.indexOf(':');
    return channel > 0 && channel < to.length() - 1 && !OF_CALLS.contains(to.substring(0, channel).toLowerCase(Locale.ROOT))
        || PhoneNumbers.valid(to);
  }

  /** A phone number in E.164, or an address that can be called. */
  private static boolean plausibleParty(String address) {
    int scheme = address.indexOf(':');
    return scheme > 0 && scheme < address.length() - 1 && CALLED.contains(address.substring(0, scheme).toLowerCase(Locale.ROOT))
        || PhoneNumbers.valid(address);
  }

  /** A receiver, a short code or an alphanumeric sender. */
  private static boolean plausibleSender(String from) {
    boolean short11 = from.length() <= 11 && from.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
    return plausibleReceiver(from) || !from.isBlank() && short11;
  }
}
