package org.muletwilio.testkit.expression.evaluation;

import org.muletwilio.testkit.expression.format.Beans;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Attributed;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selects from objects, arrays and Java objects. What isn't there is null, and null has only nulls in it. */
public final class Selectors {

  private Selectors() {}

  /** {@code value.key}: of an array, those of its objects. */
  public static Object one(Object value, String key) {
    Object target = Content.bare(value);
    if (Values.isArray(target)) {
      List<Object> found = new ArrayList<>();
      Values.list(target).forEach(item -> find(item, key).ifPresent(found::add));
      return found.isEmpty() ? null : found;
    }
    return find(target, key).orElse(null);
  }

  /** @return the value of a key, if there is one and it isn't null */
  private static Optional<Object> find(Object value, String key) {
    Object target = Content.bare(value);
    if (target == null) {
      return Optional.empty();
    }
    if (target instanceof DataObject object) {
      return object.first(key).map(Field::attributed);
    }
    if (target instanceof Map<?, ?> map) {
      return Optional.ofNullable(map.get(key));
    }
    Optional<Object> part = Temporals.part(target, key);
    if (part.isPresent()) {
      return part;
    }
    if (!TypeName.nameOf(target).equals(TypeName.OBJECT.toString())) {
      throw new ExpressionFailedException(Values.described(target) + " has no '" + key + "'");
    }
    return Optional.ofNullable(Beans.property(target, key));
  }

  /** {@code value.key?} */
  public static boolean has(Object value, String key) {
    Object target = Content.bare(value);
    return target instanceof Map<?, ?> map ? map.containsKey(key) : one(target, key) != null;
  }

  /** {@code value.*key}: the values of all fields of that key. */
  public static Object all(Object value, String key) {
    List<Object> found = new ArrayList<>();
    fields(Content.bare(value)).stream().filter(field -> field.name().equals(key)).map(Field::attributed).forEach(found::add);
    return found.isEmpty() ? null : found;
  }

  /** {@code value.&key}: the fields of that key, as an object. */
  public static Object pairs(Object value, String key) {
    List<Field> found = fields(Content.bare(value)).stream().filter(field -> field.name().equals(key)).toList();
    return found.isEmpty() ? null : new DataObject(found);
  }

  /** {@code value..key}, and {@code value..} where there is no key: of all that is in the value, however deep. */
  public static Object descendants(Object value, Optional<String> key, boolean all) {
    List<Object> found = new ArrayList<>();
    collect(Content.bare(value), key, all, found);
    return found.isEmpty() ? null : found;
  }

  private static void collect(Object value, Optional<String> key, boolean all, List<Object> found) {
    if (value instanceof Map) {
      List<Field> fields = Values.object(value).fields();
      key.ifPresent(name -> fields.stream().filter(field -> field.name().equals(name)).limit(all ? Long.MAX_VALUE : 1)
          .map(Field::attributed).forEach(found::add));
      for (Field field : fields) {
        if (key.isEmpty()) {
          found.add(field.attributed());
        }
        collect(Content.bare(field.value()), key, all, found);
      }
    } else if (Values.isArray(value)) {
      for (Object item : Values.list(value)) {
        if (key.isEmpty()) {
          found.add(item);
        }
        collect(Content.bare(item), key, all, found);
      }
    }
  }

  /** {@code value..&key}: the fields of that key in all that is in the value, each as an object. */
  public static Object descendantPairs(Object value, String key) {
    List<Object> found = new ArrayList<>();
    Object target = Content.bare(value);
    if (target instanceof Map) {
      Values.object(target).fields().stream().filter(field -> field.name().equals(key)).map(List::of).map(DataObject::new)
          .forEach(found::add);
    }
    List<?> inner = target instanceof Map ? Values.object(target).fields().stream().map(Field::value).toList()
        : Values.isArray(target) ? Values.list(target) : List.of();
    inner.forEach(each -> Optional.ofNullable(descendantPairs(each, key)).ifPresent(more -> found.addAll(Values.list(more))));
    return found.isEmpty() ? null : found;
  }

  /** {@code value.@key} */
  public static Object attribute(Object value, String key) {
    if (Values.isArray(value)) {
      List<Object> found = Values.list(value).stream().map(item -> attributes(item).get(key)).filter(each -> each != null)
          .map(Object.class::cast).toList();
      return found.isEmpty() ? null : found;
    }
    return attributes(value).get(key);
  }

  public static Map<String, Object> attributes(Object value) {
    return value instanceof Attributed attributed ? attributed.attributes() : Map.of();
  }

  /** {@code value[index]}, where an index is a number, or the name of a key. */
  public static Object at(Object value, Object index) {
    Object target = Content.bare(value);
    if (target == null) {
      return null;
    }
    if (!(index instanceof Number number)) {
      return one(target, Text.of(index));
    }
    int place = number.intValue();
    if (TypeName.STRING.accepts(target)) {
      String text = Text.of(target);
      return isIn(place, text.length()) ? String.valueOf(text.charAt(fromStart(place, text.length()))) : null;
    }
    List<?> items = target instanceof Map ? Values.object(target).fields().stream().map(Field::attributed).toList()
        : Values.list(target);
    return isIn(place, items.size()) ? items.get(fromStart(place, items.size())) : null;
  }

  /** {@code value[from to to]}: backwards where it ends before it begins. */
  public static Object range(Object value, int from, int to) {
    Object target = Content.bare(value);
    if (target == null) {
      return null;
    }
    boolean text = TypeName.STRING.accepts(target);
    List<?> items = text ? Text.of(target).codePoints().mapToObj(Character::toString).toList() : Values.list(target);
    if (!isIn(from, items.size()) || !isIn(to, items.size())) {
      return null;
    }
    int start = fromStart(from, items.size());
    int end = fromStart(to, items.size());
    List<Object> part = new ArrayList<>();
    for (int i = start; start <= end ? i <= end : i >= end; i += start <= end ? 1 : -1) {
      part.add(items.get(i));
    }
    return text ? String.join("", part.stream().map(Text::of).toList()) : part;
  }

  private static List<Field> fields(Object target) {
    if (Values.isArray(target)) {
      return Values.list(target).stream().flatMap(item -> fields(Content.bare(item)).stream()).toList();
    }
    return target instanceof Map ? Values.object(target).fields()
        : Beans.fieldsOf(target).map(DataObject::fields).orElse(List.of());
  }

  private static boolean isIn(int place, int size) {
    return place < size && place >= -size;
  }

  private static int fromStart(int place, int size) {
    return place < 0 ? size + place : place;
  }
}
