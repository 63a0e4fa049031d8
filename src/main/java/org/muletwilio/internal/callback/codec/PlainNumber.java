package org.muletwilio.internal.callback.codec;

import java.math.BigDecimal;

/** Numbers without an exponent. One from outside may be written in a few characters and fill the memory in full: 1e999999999. */
public final class PlainNumber {

  /** Of the largest double. */
  private static final int MOST_DIGITS = 309;

  private PlainNumber() {}

  /** @return all its digits, or as it is written with an exponent where they would be too many */
  public static String of(BigDecimal number) {
    return isShort(number) ? number.toPlainString() : number.toString();
  }

  /** @return whether all its digits are few enough to be written, or counted */
  public static boolean isShort(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    return before <= MOST_DIGITS && number.scale() <= MOST_DIGITS + number.precision();
  }
}
