package org.muletwilio.testkit.expression.value;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.object.CursorIteratorProvider;
import org.mule.runtime.api.util.MultiMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.lang3.StringUtils;

/** Looks at values of any origin as the language does: at maps as objects, at whatever has items as arrays. */
public final class Values {

  private static final int LONGEST = 120;

  private Values() {}

  /** @return the value without what may be around it: a data type, attributes, an {@link Optional} */
  public static Object plain(Object value) {
    Object bare = value;
    while (true) {
      if (bare instanceof TypedValue<?> typed) {
        bare = typed.getValue();
      } else if (bare instanceof Optional<?> optional) {
        bare = optional.orElse(null);
      } else if (bare instanceof Attributed attributed) {
        bare = attributed.value();
      } else {
        return bare;
      }
    }
  }

  public static boolean isArray(Object value) {
    return value instanceof Iterable || value instanceof Object[] || value instanceof Iterator
        || value instanceof CursorIteratorProvider;
  }

  /**
   * @return the items of anything that has items
   * @throws ExpressionFailedException if it has none
   */
  public static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (value instanceof Iterable<?> iterable) {
      return list(iterable.iterator());
    }
    if (value instanceof CursorIteratorProvider provider) {
      return list(provider.openCursor());
    }
    if (value instanceof Iterator<?> iterator) {
      List<Object> items = new ArrayList<>();
      iterator.forEachRemaining(items::add);
      return items;
    }
    throw new ExpressionFailedException(described(value) + " isn't an array");
  }

  /**
   * @return the fields of a map
   * @throws ExpressionFailedException if it isn't one
   */
  public static DataObject object(Object value) {
    if (value instanceof DataObject object) {
      return object;
    }
    List<Field> fields = new ArrayList<>();
    if (value instanceof MultiMap<?, ?> map) {
      map.entryList().forEach(entry -> fields.add(Field.of(String.valueOf(entry.getKey()), entry.getValue())));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> fields.add(Field.of(Text.of(key), each)));
    } else {
      throw new ExpressionFailedException(described(value) + " isn't an object");
    }
    return new DataObject(fields);
  }

  public static FunctionValue function(Object value) {
    if (value instanceof FunctionValue function) {
      return function;
    }
    throw new ExpressionFailedException(described(value) + " isn't a function");
  }

  public static boolean isTrue(Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw new ExpressionFailedException(described(value) + " is neither true nor false");
  }

  /** @return a value and its type for a message */
  public static String described(Object value) {
    if (value == null) {
      return "null";
    }
    String text = StringUtils.abbreviate(value.toString().replaceAll("\\s+", " "), LONGEST);
    return "'" + text + "' (" + TypeName.of(value).orElse(value.getClass().getSimpleName()) + ")";
  }
}
