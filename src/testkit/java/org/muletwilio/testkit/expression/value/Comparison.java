package org.muletwilio.testkit.expression.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Equality and order. */
public final class Comparison {

  private Comparison() {}

  /** {@code ==}: values of different types are not equal, and objects are equal field by field in their order. */
  public static boolean equal(Object left, Object right) {
    Object a = comparable(left);
    Object b = comparable(right);
    if (a instanceof BigDecimal first && b instanceof BigDecimal second) {
      return first.compareTo(second) == 0;
    }
    if (a instanceof Map && b instanceof Map) {
      return equalFields(Values.object(a).fields(), Values.object(b).fields());
    }
    if (Values.isArray(a) && Values.isArray(b)) {
      return equalItems(Values.list(a), Values.list(b));
    }
    if (a instanceof byte[] first && b instanceof byte[] second) {
      return Arrays.equals(first, second);
    }
    if (a instanceof Pattern && b instanceof Pattern) {
      return a.toString().equals(b.toString());
    }
    return Objects.equals(a, b);
  }

  /** {@code ~=}: equal, or equal once one of them has the type of the other. */
  public static boolean similar(Object left, Object right) {
    Object a = comparable(left);
    Object b = comparable(right);
    if (equal(a, b)) {
      return true;
    }
    if (Values.isArray(a) && Values.isArray(b)) {
      List<?> first = Values.list(a);
      List<?> second = Values.list(b);
      return first.size() == second.size()
          && IntStream.range(0, first.size()).allMatch(i -> similar(first.get(i), second.get(i)));
    }
    return a != null && b != null && !(a instanceof Map) && !(b instanceof Map) && Text.of(a).equals(Text.of(b));
  }

  /**
   * Where the types differ, the right value is coerced to the type of the left one.
   *
   * @throws ExpressionFailedException if they can't be compared
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static int compare(Object left, Object right) {
    Object a = comparable(left);
    Object b = comparable(right);
    try {
      if (a instanceof Comparable first && b != null) {
        Object second = a.getClass() == b.getClass() ? b : coerced(a, b);
        return first.compareTo(second);
      }
    } catch (ClassCastException | IllegalArgumentException | ExpressionFailedException e) {
      // said below
    }
    throw new ExpressionFailedException(Values.described(a) + " and " + Values.described(b) + " can't be compared");
  }

  private static Object coerced(Object a, Object b) {
    TypeName type = a instanceof Instant ? TypeName.DATE_TIME : TypeName.named(TypeName.nameOf(a)).orElseThrow();
    return comparable(Coercion.to(type, b, Map.of()));
  }

  /** Numbers of all classes become one, dates with a zone too. */
  private static Object comparable(Object value) {
    Object bare = Values.plain(value);
    if (bare instanceof Number) {
      return new BigDecimal(bare.toString());
    }
    if (bare instanceof Enum<?> constant) {
      return constant.name();
    }
    Object time = Temporals.normal(bare);
    if (time instanceof ZonedDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (time instanceof Temporal) {
      return time;
    }
    return bare instanceof CharSequence || bare instanceof Character ? bare.toString() : bare;
  }

  private static boolean equalFields(List<Field> left, List<Field> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      Field a = left.get(i);
      Field b = right.get(i);
      if (!a.name().equals(b.name()) || !a.attributes().equals(b.attributes()) || !equal(a.value(), b.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalItems(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
