package org.muletwilio.testkit.expression.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.BinaryOperator;

/**
 * Arithmetic. A number without decimals is an Integer where it fits, then a Long, then a BigInteger; any other is a BigDecimal,
 * which keeps its decimals even where they are zeros.
 */
public final class Numbers {

  private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  private Numbers() {}

  /** @throws ExpressionFailedException if it isn't a number, and no text that is one */
  public static BigDecimal of(Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    if (value instanceof Number || value instanceof CharSequence) {
      try {
        return new BigDecimal(value.toString().trim());
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw new ExpressionFailedException(Values.described(value) + " isn't a number");
  }

  public static int whole(Object value) {
    try {
      return of(value).intValueExact();
    } catch (ArithmeticException e) {
      throw new ExpressionFailedException(Values.described(value) + " isn't a whole number", e);
    }
  }

  public static Object calculate(Object left, Object right, BinaryOperator<BigDecimal> operator) {
    return narrowed(operator.apply(of(left), of(right)));
  }

  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    try {
      return dividend.divide(divisor, MathContext.DECIMAL128);
    } catch (ArithmeticException e) {
      throw new ExpressionFailedException("Division by zero", e);
    }
  }

  public static Number narrowed(BigDecimal number) {
    if (number.scale() > 0) {
      return number;
    }
    BigInteger whole = number.toBigInteger();
    if (whole.compareTo(INT_MIN) >= 0 && whole.compareTo(INT_MAX) <= 0) {
      return whole.intValue();
    }
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole;
  }
}
