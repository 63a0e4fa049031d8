package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Attributed;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code dw::Core} does with objects, and {@code ++} and {@code --} for all that they join and take away. */
final class CoreObjects {

  private CoreObjects() {}

  static Library library() {
    return new Library("dw::Core")
        .addLambda("mapObject", CoreObjects::mapObject)
        .addLambda("filterObject", CoreObjects::filterObject)
        .addLambda("pluck", CoreObjects::pluck)
        .add("keysOf", 1, arguments -> names(arguments.object(0)))
        .add("namesOf", 1, arguments -> names(arguments.object(0)))
        .add("valuesOf", 1, arguments -> arguments.object(0).fields().stream().map(Field::value)
            .collect(Collectors.toCollection(ArrayList::new)))
        .add("entriesOf", 1, arguments -> entries(arguments.object(0)))
        .nullable("mapObject", "filterObject", "pluck", "keysOf", "namesOf", "valuesOf", "entriesOf")
        .add("++", 2, arguments -> joined(arguments.at(0), arguments.at(1), arguments))
        .add("--", 2, arguments -> without(arguments))
        .nullable("--");
  }

  static List<Object> names(DataObject object) {
    return object.fields().stream().map(Field::name).collect(Collectors.toCollection(ArrayList::new));
  }

  static List<Object> entries(DataObject object) {
    return object.fields().stream().map(field -> DataObject.of("key", field.name(), "value", field.value(), "attributes",
                                                               Values.object(field.attributes())))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object mapObject(Arguments arguments) {
    List<Field> mapped = new ArrayList<>();
    List<Field> fields = arguments.object(0).fields();
    for (int i = 0; i < fields.size(); i++) {
      mapped.addAll(Values.object(Content.bare(call(arguments.function(1), fields.get(i), i))).fields());
    }
    return new DataObject(mapped);
  }

  private static Object filterObject(Arguments arguments) {
    List<Field> kept = new ArrayList<>();
    List<Field> fields = arguments.object(0).fields();
    for (int i = 0; i < fields.size(); i++) {
      if (Values.isTrue(Values.plain(call(arguments.function(1), fields.get(i), i)))) {
        kept.add(fields.get(i));
      }
    }
    return new DataObject(kept);
  }

  private static Object pluck(Arguments arguments) {
    List<Object> plucked = new ArrayList<>();
    List<Field> fields = arguments.object(0).fields();
    for (int i = 0; i < fields.size(); i++) {
      plucked.add(Content.bare(call(arguments.function(1), fields.get(i), i)));
    }
    return plucked;
  }

  private static Object call(FunctionValue function, Field field, int index) {
    Object key = field.attributes().isEmpty() ? field.name() : new Attributed(field.name(), field.attributes());
    return function.call(field.attributed(), key, index);
  }

  private static Object joined(Object left, Object right, Arguments arguments) {
    if (left == null || right == null) {
      throw arguments.refused("null can't be joined to " + Values.described(left == null ? right : left));
    }
    if (Values.isArray(left) && Values.isArray(right)) {
      List<Object> joined = new ArrayList<>(Values.list(left));
      joined.addAll(Values.list(right));
      return joined;
    }
    if (left instanceof Map && right instanceof Map) {
      return Values.object(left).plus(Values.object(right).fields());
    }
    return Temporals.joined(left, right).or(() -> Temporals.joined(right, left))
        .orElseGet(() -> Text.of(left) + Text.of(right));
  }

  private static Object without(Arguments arguments) {
    if (!arguments.isObject(0)) {
      List<Object> kept = new ArrayList<>(arguments.list(0));
      arguments.list(1).forEach(each -> kept.removeIf(item -> Comparison.equal(item, each)));
      return kept;
    }
    List<Field> kept = new ArrayList<>(arguments.object(0).fields());
    if (arguments.isObject(1)) {
      arguments.object(1).fields().forEach(each -> kept
          .removeIf(field -> field.name().equals(each.name()) && Comparison.equal(field.value(), each.value())));
    } else {
      List<String> names = arguments.list(1).stream().map(Text::of).toList();
      kept.removeIf(field -> names.contains(field.name()));
    }
    return new DataObject(kept);
  }
}
