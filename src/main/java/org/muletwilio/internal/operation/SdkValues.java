package org.muletwilio.internal.operation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** Converts values of the SDK. Null stays null. */
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

  /** @return the number that Twilio wrote as text */
  public static Integer number(String text) {
    return text == null || text.isEmpty() ? null : Integer.valueOf(text);
  }

  /** @return the amount that Twilio wrote as text */
  public static BigDecimal amount(String text) {
    return text == null || text.isEmpty() ? null : new BigDecimal(text);
  }

  /** @return the currency's code, such as USD */
  public static String code(Currency currency) {
    return currency == null ? null : currency.getCurrencyCode();
  }
}
