package org.muletwilio.testkit.munit.matcher;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Equality of arrays and objects whose items and fields may stand in any order. */
final class Unordered {

  private Unordered() {}

  static boolean equal(Object left, Object right) {
    Object a = Values.plain(left);
    Object b = Values.plain(right);
    if (a instanceof Map && b instanceof Map) {
      return pairs(Values.object(a).fields(), Values.object(b).fields(), Unordered::sameField);
    }
    if (Values.isArray(a) && Values.isArray(b)) {
      return pairs(Values.list(a), Values.list(b), Unordered::equal);
    }
    return Comparison.equal(a, b);
  }

  private static boolean sameField(Field left, Field right) {
    return left.name().equals(right.name()) && equal(left.value(), right.value());
  }

  private static <T> boolean pairs(List<? extends T> left, List<? extends T> right, BiPredicate<T, T> same) {
    List<T> unpaired = new ArrayList<>(right);
    for (T each : left) {
      int found = 0;
      while (found < unpaired.size() && !same.test(each, unpaired.get(found))) {
        found++;
      }
      if (found == unpaired.size()) {
        return false;
      }
      unpaired.remove(found);
    }
    return unpaired.isEmpty();
  }
}
