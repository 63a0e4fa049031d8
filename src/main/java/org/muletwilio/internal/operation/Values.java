package org.muletwilio.internal.operation;

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
}
