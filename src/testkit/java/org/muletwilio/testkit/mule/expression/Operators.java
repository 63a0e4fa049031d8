package org.muletwilio.testkit.mule.expression;

import org.mule.runtime.api.metadata.TypedValue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What operators do with values.
 */
public final class Operators {

  private Operators() {}

  /** @return the bare value of what may be a typed or an optional one */
  static Object unwrap(Object value) {
    Object bare = value;
    while (bare instanceof TypedValue || bare instanceof Optional) {
      bare = bare instanceof TypedValue ? ((TypedValue<?>) bare).getValue() : ((Optional<?>) bare).orElse(null);
    }
    return bare;
  }

  static boolean isTrue(Object value) {
    Object bare = unwrap(value);
    if (bare instanceof Boolean) {
      return (Boolean) bare;
    }
    throw new ExpressionFailedException(described(bare) + " is neither true nor false");
  }

  public static boolean areEqual(Object left, Object right) {
    Object a = comparable(left);
    Object b = comparable(right);
    if (a instanceof BigDecimal && b instanceof BigDecimal) {
      return ((BigDecimal) a).compareTo((BigDecimal) b) == 0;
    }
    return Objects.equals(a, b);
  }

  static boolean areSimilar(Object left, Object right) {
    return areEqual(left, right) || Objects.equals(Coercion.text(left), Coercion.text(right));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  public static int compare(Object left, Object right) {
    Object a = comparable(left);
    Object b = comparable(right);
    if (a instanceof Comparable && b != null && a.getClass() == b.getClass()) {
      return ((Comparable) a).compareTo(b);
    }
    throw refused("be compared", a, b);
  }

  static Object concatenate(Object left, Object right) {
    Object a = unwrap(left);
    Object b = unwrap(right);
    if (a instanceof Collection && b instanceof Collection) {
      List<Object> joined = new ArrayList<>((Collection<?>) a);
      joined.addAll((Collection<?>) b);
      return joined;
    }
    if (a instanceof Map && b instanceof Map) {
      Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) a);
      merged.putAll((Map<?, ?>) b);
      return merged;
    }
    if (a == null || b == null || a instanceof Collection || b instanceof Collection || a instanceof Map || b instanceof Map) {
      throw refused("be joined by ++", a, b);
    }
    return Coercion.text(a) + Coercion.text(b);
  }

  static Object add(Object left, Object right) {
    Object bare = unwrap(left);
    if (bare instanceof Collection) {
      List<Object> longer = new ArrayList<>((Collection<?>) bare);
      longer.add(unwrap(right));
      return longer;
    }
    return narrowed(number(left).add(number(right)));
  }

  static Object subtract(Object left, Object right) {
    return narrowed(number(left).subtract(number(right)));
  }

  static Object multiply(Object left, Object right) {
    return narrowed(number(left).multiply(number(right)));
  }

  static Object divide(Object left, Object right) {
    try {
      return narrowed(number(left).divide(number(right), MathContext.DECIMAL64));
    } catch (ArithmeticException e) {
      throw new ExpressionFailedException("Division by zero", e);
    }
  }

  /** @return an Integer or a Long if that keeps its value, else a Double */
  static Number narrowed(BigDecimal number) {
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    long whole = number.longValueExact();
    if (whole == (int) whole) {
      return (int) whole;
    }
    return whole;
  }

  static String described(Object value) {
    return value == null ? "null" : "'" + value + "' (" + value.getClass().getSimpleName() + ")";
  }

  private static BigDecimal number(Object value) {
    Object bare = unwrap(value);
    if (bare instanceof Number) {
      return new BigDecimal(bare.toString());
    }
    throw new ExpressionFailedException(described(bare) + " isn't a number");
  }

  private static Object comparable(Object value) {
    Object bare = unwrap(value);
    if (bare instanceof Number) {
      return new BigDecimal(bare.toString());
    }
    return bare instanceof Enum ? ((Enum<?>) bare).name() : bare instanceof CharSequence ? bare.toString() : bare;
  }

  private static ExpressionFailedException refused(String what, Object left, Object right) {
    return new ExpressionFailedException(described(left) + " and " + described(right) + " can't " + what);
  }
}
