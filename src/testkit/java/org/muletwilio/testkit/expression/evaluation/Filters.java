package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;

/** {@code value[?(condition)]}: the items or fields for which a condition holds, null where there is none. */
public final class Filters {

  private Filters() {}

  public static Object filter(Object value, Expression condition, Environment environment) {
    if (value == null) {
      return null;
    }
    FunctionValue holds = Values.function(condition.evaluate(environment));
    if (!Values.isArray(value)) {
      List<Field> fields = Values.object(value).fields().stream().filter(field -> isTrue(holds, field.attributed(), field.name()))
          .toList();
      return fields.isEmpty() ? null : new DataObject(fields);
    }
    List<Object> items = new ArrayList<>();
    List<?> all = Values.list(value);
    for (int i = 0; i < all.size(); i++) {
      if (isTrue(holds, all.get(i), i)) {
        items.add(all.get(i));
      }
    }
    return items.isEmpty() ? null : items;
  }

  private static boolean isTrue(FunctionValue condition, Object value, Object place) {
    return Values.isTrue(Values.plain(condition.call(value, place)));
  }
}
