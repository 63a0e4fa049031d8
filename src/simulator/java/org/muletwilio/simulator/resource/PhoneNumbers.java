package org.muletwilio.simulator.resource;

import java.util.List;

/** What a phone number looks like, and where it is. */
public final class PhoneNumbers {

  /** The sender of Twilio's test credentials that always works. */
  public static final String VALID_SENDER = "+15005550006";

  private PhoneNumbers() {}

  /** Whether a text is a phone number, such as +14155550100. */
  public static boolean valid(String number) {
    String digits = number.startsWith("+") ? number.substring(1) : number;
    return digits.length() >= 7 && digits.length() <= 15 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether Dial takes a text as a phone number: in E.164, or as numbers of the USA are written, such as (415) 555-0100. */
  public static boolean dialable(String number) {
    long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits > 0 && digits <= 15 && number.matches("\\+?[-0-9 ().]+");
  }

  /**
   * Where a number is, as Twilio looks it up.
   *
   * @param whose From, To, Caller or Called
   */
  public static Form place(String whose, String number) {
    List<String> place = number.startsWith("+1") ? List.of("SAN FRANCISCO", "CA", "94105", "US") : List.of("", "", "", "");
    return !valid(number) ? Form.EMPTY
        : Form.of(whose + "City", place.get(0), whose + "State", place.get(1), whose + "Zip", place.get(2))
            .with(whose + "Country", place.get(3));
  }
}
