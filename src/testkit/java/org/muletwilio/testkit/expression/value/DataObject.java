package org.muletwilio.testkit.expression.value;

import static java.util.Collections.unmodifiableMap;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object: fields in their order, of which several may have the same key. To Java it is a map, in which the last of them wins.
 * Immutable.
 */
public final class DataObject extends AbstractMap<String, Object> {

  public static final DataObject EMPTY = new DataObject(List.of());

  private final List<Field> fields;
  private final Map<String, Object> map;

  public DataObject(List<Field> fields) {
    this.fields = List.copyOf(fields);
    Map<String, Object> values = new LinkedHashMap<>();
    this.fields.forEach(field -> values.put(field.name(), field.value()));
    map = unmodifiableMap(values);
  }

  /** @return an object of names and values in turn */
  public static DataObject of(Object... namesAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(Field.of((String) namesAndValues[i], namesAndValues[i + 1]));
    }
    return new DataObject(fields);
  }

  public List<Field> fields() {
    return fields;
  }

  /** @return the first field of that name */
  public Optional<Field> first(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** @return the fields of that name */
  public List<Field> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).toList();
  }

  /** @return this object and the fields of another one after them */
  public DataObject plus(List<Field> more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(more);
    return new DataObject(all);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return map.entrySet();
  }

  @Override
  public Object get(Object key) {
    return map.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return map.containsKey(key);
  }
}
