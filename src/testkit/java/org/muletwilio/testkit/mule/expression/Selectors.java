package org.muletwilio.testkit.mule.expression;

import org.mule.runtime.api.util.MultiMap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Selects from maps, lists and Java objects. As in DataWeave, what isn't there is null, and null has only nulls in it.
 */
public final class Selectors {

  private final Map<Class<?>, Map<String, Method>> getters = new ConcurrentHashMap<>();

  /** {@code value.key} */
  Object one(Object value, String key) {
    Object target = Operators.unwrap(value);
    if (target == null) {
      return null;
    }
    if (target instanceof Map) {
      return ((Map<?, ?>) target).get(key);
    }
    if (target instanceof Collection) {
      return ((Collection<?>) target).stream().map(item -> Operators.unwrap(one(item, key))).filter(Objects::nonNull)
          .collect(Collectors.toList());
    }
    if (target instanceof CharSequence || target instanceof Number || target instanceof Boolean || target instanceof Enum) {
      throw new ExpressionFailedException(Operators.described(target) + " has no '" + key + "'");
    }
    return property(target, key);
  }

  /** {@code value.*key} */
  Object all(Object value, String key) {
    Object target = Operators.unwrap(value);
    if (target instanceof MultiMap) {
      @SuppressWarnings("unchecked")
      List<?> found = ((MultiMap<String, ?>) target).getAll(key);
      return found == null || found.isEmpty() ? null : new ArrayList<>(found);
    }
    Object found = Operators.unwrap(one(target, key));
    return found == null || found instanceof List ? found : List.of(found);
  }

  /** {@code value[index]} */
  Object at(Object value, Object index) {
    Object target = Operators.unwrap(value);
    if (target == null) {
      return null;
    }
    if (!(index instanceof Number)) {
      return one(target, Coercion.text(index));
    }
    int position = ((Number) index).intValue();
    if (target instanceof CharSequence) {
      String text = target.toString();
      return isIn(position, text.length()) ? String.valueOf(text.charAt(fromStart(position, text.length()))) : null;
    }
    List<?> list = target instanceof Map ? new ArrayList<>(((Map<?, ?>) target).values()) : Coercion.list(target);
    return isIn(position, list.size()) ? list.get(fromStart(position, list.size())) : null;
  }

  private static boolean isIn(int position, int size) {
    return position < size && position >= -size;
  }

  private static int fromStart(int position, int size) {
    return position < 0 ? size + position : position;
  }

  private Object property(Object target, String name) {
    Method getter = getters.computeIfAbsent(target.getClass(), Selectors::gettersOf).get(name);
    if (getter == null) {
      return null;
    }
    try {
      return getter.invoke(target);
    } catch (InvocationTargetException e) {
      throw new ExpressionFailedException("'" + name + "' of " + target.getClass().getSimpleName() + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new ExpressionFailedException("'" + name + "' of " + target.getClass().getSimpleName() + " isn't accessible", e);
    }
  }

  private static Map<String, Method> gettersOf(Class<?> type) {
    Map<String, Method> found = new HashMap<>();
    for (Class<?> visible : publicTypesOf(type)) {
      Arrays.stream(visible.getMethods())
          .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
          .filter(method -> method.getDeclaringClass() != Object.class && method.getReturnType() != void.class)
          .filter(method -> method.trySetAccessible())
          .forEach(method -> found.putIfAbsent(nameOf(method), method));
    }
    return found;
  }

  /** A private class's getters can be called through the public types that it extends. */
  private static List<Class<?>> publicTypesOf(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> current = type; current != null; current = current.getSuperclass()) {
      types.add(current);
      types.addAll(Arrays.asList(current.getInterfaces()));
    }
    return types;
  }

  private static String nameOf(Method method) {
    String name = method.getName();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    if (prefix == 0 || name.length() == prefix || !Character.isUpperCase(name.charAt(prefix))) {
      return method.getDeclaringClass().isRecord() ? name : name + "()";
    }
    return Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
  }
}
