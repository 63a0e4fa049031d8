package org.muletwilio.internal.operation;

import java.math.BigDecimal;
import java.util.Currency;

/** What Twilio answers, as the connector's own values have it. */
final class Values {

  private Values() {}

  /** @return the value's text, or null where Twilio left it empty */
  static String text(Object value) {
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** @return the number, or null where Twilio left it empty */
  static Integer number(String text) {
    return text == null || text.isEmpty() ? null : Integer.valueOf(text);
  }

  /** @return the amount, or null where Twilio left it empty */
  static BigDecimal amount(String text) {
    return text == null || text.isEmpty() ? null : new BigDecimal(text);
  }

  /** @return the currency's code, such as USD, or null where Twilio left it empty */
  static String code(Currency currency) {
    return currency == null ? null : currency.getCurrencyCode();
  }
}
