package org.muletwilio.simulator.page;

import org.muletwilio.simulator.endpoint.ChannelSenderApi;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;

import java.util.List;
import java.util.Optional;

/**
 * A field that a path of the simulator's own REST API takes.
 *
 * @param type of its value, in words
 * @param required whether it must be there
 * @param check says what is wrong with a value, if anything is
 */
record WebParameter(String name, String type, boolean required, Check check) {

  /** Says what is wrong with a value. */
  interface Check {

    Optional<String> problem(String value);
  }

  private static final int LONGEST = 5 * 60 * 1000;

  static WebParameter text(String name) {
    return new WebParameter(name, "text", false, value -> Optional.empty());
  }

  /** An address, which whoever takes it checks. */
  static WebParameter address(String name) {
    return new WebParameter(name, "address", false, value -> Optional.empty());
  }

  static WebParameter number(String name, long least, long most) {
    return new WebParameter(name, "number from " + least + " to " + most, false,
                            value -> problem(isNumber(value, least, most), "is not a number from " + least + " to " + most));
  }

  static WebParameter milliseconds(String name) {
    return new WebParameter(name, "milliseconds, at most " + LONGEST, false,
                            value -> problem(isNumber(value, 0, LONGEST), "is not a number of milliseconds from 0 to "
                            + LONGEST));
  }

  static WebParameter probability(String name) {
    return new WebParameter(name, "number from 0 to 1", false, value -> {
      boolean number = value.matches("\\d{0,3}(\\.\\d{1,6})?") && !value.isEmpty();
      return problem(number && Double.parseDouble(value) <= 1, "is not a number from 0 to 1");
    });
  }

  static WebParameter flag(String name) {
    return choice(name, "true", "false");
  }

  static WebParameter choice(String name, String... values) {
    return new WebParameter(name, String.join(", ", values), false,
                            value -> problem(List.of(values).contains(value), "is none of " + String.join(", ", values)));
  }

  /** A phone number, or an address of a channel such as {@code whatsapp:+14155550100}. */
  static WebParameter phoneNumber(String name) {
    return new WebParameter(name, "phone number", false, value -> {
      if (value.startsWith(" ")) {
        return Optional.of("begins with a space: write a + as %2B in a form, or use curl --data-urlencode");
      }
      return problem(PhoneNumbers.valid(value.substring(value.indexOf(':') + 1)), "is not a phone number such as +14155550100");
    });
  }

  /** A WhatsApp or RCS sender, such as {@code whatsapp:+14155550100} or {@code rcs:brand}. */
  static WebParameter sender(String name) {
    return new WebParameter(name, "whatsapp: or rcs: and a name", false, value -> problem(ChannelSenderApi
        .isSender(value), "is not a sender such as whatsapp:+14155550100"));
  }

  /** Who takes part in messages for the account: a phone number, or a WhatsApp or RCS sender. */
  static WebParameter numberOrSender(String name) {
    WebParameter number = phoneNumber(name);
    return new WebParameter(name, "phone number or sender", false,
                            value -> ChannelSenderApi.isSender(value) ? Optional.empty() : number.problem(value));
  }

  /** The SID of a resource that begins with two letters. */
  static WebParameter sid(String name, String prefix) {
    return new WebParameter(name, prefix + " and 32 hexadecimal digits", false,
                            value -> problem(value.matches(prefix + "[0-9a-f]{32}"), "is not " + prefix
                            + " and 32 hexadecimal digits"));
  }

  /** A phone number, a Messaging Service, or {@code *} for any. */
  static WebParameter party(String name) {
    WebParameter number = phoneNumber(name);
    return new WebParameter(name, "phone number, sender, MG… or *", false,
                            value -> value.equals("*") || ChannelSenderApi.isSender(value) || value.matches("MG[0-9a-f]{32}")
                                ? Optional.empty() : number.problem(value));
  }

  static WebParameter keys(String name) {
    return new WebParameter(name, "digits, * and #", false,
        value -> problem(value.matches("[0-9*#]{1,64}"), "is not digits, * and #"));
  }

  /** Fields in a field, form-encoded. */
  static WebParameter form(String name) {
    return new WebParameter(name, "form-encoded fields", false, value -> {
      try {
        Form.parse(value);
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of("is not form-encoded: " + e.getMessage());
      }
    });
  }

  /** The same with another word for its type. */
  WebParameter named(String words) {
    return new WebParameter(name, words, required, check);
  }

  WebParameter asRequired() {
    return new WebParameter(name, type, true, check);
  }

  /** What is wrong with a value, if anything is. */
  Optional<String> problem(String value) {
    return check.problem(value);
  }

  private static Optional<String> problem(boolean right, String problem) {
    return right ? Optional.empty() : Optional.of(problem);
  }

  private static boolean isNumber(String value, long least, long most) {
    return value.matches("\\d{1,15}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
  }
}
