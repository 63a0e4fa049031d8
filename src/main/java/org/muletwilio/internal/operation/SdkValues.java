package org.muletwilio.internal.operation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** Converts values of the SDK. Null stays null, and what is not of its documented type becomes it. */
public final class SdkValues {

  private SdkValues() {}

  /** @return the text, number or URL */
  public static String text(Object value) {
    return Objects.toString(value, null);
  }

  /** @return the text, SID or URL; null also where Twilio left it empty */
  public static String filled(Object value) {
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** @return the number that Twilio wrote as text; null also where it wrote something else */
  public static Integer number(String text) {
    try {
      return text == null ? null : Integer.valueOf(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** @return the amount that Twilio wrote as text; null also where it wrote something else */
  public static BigDecimal amount(String text) {
    try {
      return text == null ? null : new BigDecimal(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** @return the currency's code, such as USD */
  public static String code(Currency currency) {
    return currency == null ? null : currency.getCurrencyCode();
  }
}
