package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code dw::core::Objects}. */
final class ObjectsLibrary {

  private ObjectsLibrary() {}

  static Library library() {
    return new Library("dw::core::Objects")
        .add("keySet", 1, arguments -> CoreObjects.names(arguments.object(0)))
        .add("nameSet", 1, arguments -> CoreObjects.names(arguments.object(0)))
        .add("valueSet", 1, arguments -> arguments.object(0).fields().stream().map(Field::value)
            .collect(Collectors.toCollection(ArrayList::new)))
        .add("entrySet", 1, arguments -> CoreObjects.entries(arguments.object(0)))
        .add("divideBy", 2, arguments -> divided(arguments.object(0).fields(), arguments.whole(1)))
        .add("mergeWith", 2, arguments -> merged(arguments))
        .addLambda("takeWhile", arguments -> new DataObject(arguments.object(0).fields().stream()
            .takeWhile(field -> holds(arguments, field)).toList()))
        .addLambda("everyEntry", arguments -> arguments.object(0).fields().stream().allMatch(field -> holds(arguments, field)))
        .onNull(true, "everyEntry")
        .addLambda("someEntry", arguments -> arguments.object(0).fields().stream().anyMatch(field -> holds(arguments, field)))
        .onNull(false, "someEntry");
  }

  private static boolean holds(Arguments arguments, Field field) {
    return Values.isTrue(Values.plain(arguments.function(1).call(field.attributed(), field.name())));
  }

  private static Object merged(Arguments arguments) {
    if (arguments.at(0) == null || arguments.at(1) == null) {
      return arguments.at(0) == null ? arguments.at(1) : arguments.at(0);
    }
    DataObject target = arguments.object(1);
    List<Field> kept = arguments.object(0).fields().stream().filter(field -> target.first(field.name()).isEmpty()).toList();
    return new DataObject(kept).plus(target.fields());
  }

  private static List<Object> divided(List<Field> fields, int amount) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += amount) {
      parts.add(new DataObject(fields.subList(i, Math.min(fields.size(), i + amount))));
    }
    return parts;
  }
}
