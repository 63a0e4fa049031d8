package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.TypeName;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Java objects as objects of the language: each getter is a field. */
public final class Beans {

  private Beans() {}

  /** @return the fields of a Java object that is nothing else to the language, such as an operation's result */
  public static Optional<DataObject> fieldsOf(Object bean) {
    if (bean == null || bean instanceof Map || !TypeName.nameOf(bean).equals(TypeName.OBJECT.toString())) {
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    gettersOf(bean.getClass()).forEach((name, getter) -> fields.add(Field.of(name, invoke(bean, name, getter))));
    return Optional.of(new DataObject(fields));
  }

  /** @return a property of a Java object, null if it has none of that name */
  public static Object property(Object bean, String name) {
    Method getter = gettersOf(bean.getClass()).get(name);
    return getter == null ? null : invoke(bean, name, getter);
  }

  private static Object invoke(Object bean, String name, Method getter) {
    try {
      return getter.invoke(bean);
    } catch (InvocationTargetException e) {
      throw new ExpressionFailedException("'" + name + "' of " + bean.getClass().getSimpleName() + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new ExpressionFailedException("'" + name + "' of " + bean.getClass().getSimpleName() + " isn't accessible", e);
    }
  }

  private static Map<String, Method> gettersOf(Class<?> type) {
    Map<String, Method> found = new TreeMap<>();
    for (Class<?> visible : typesOf(type)) {
      Arrays.stream(visible.getMethods())
          .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
          .filter(method -> method.getDeclaringClass() != Object.class && method.getReturnType() != void.class)
          .filter(Method::trySetAccessible)
          .forEach(method -> nameOf(method).ifPresent(name -> found.putIfAbsent(name, method)));
    }
    return found;
  }

  /** A private class's getters can be called through the public types that it extends. */
  private static List<Class<?>> typesOf(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> current = type; current != null; current = current.getSuperclass()) {
      types.add(current);
      types.addAll(Arrays.asList(current.getInterfaces()));
    }
    return types;
  }

  private static Optional<String> nameOf(Method method) {
    String name = method.getName();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    if (prefix == 0 || name.length() == prefix || !Character.isUpperCase(name.charAt(prefix))) {
      return method.getDeclaringClass().isRecord() ? Optional.of(name) : Optional.empty();
    }
    return Optional.of(Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1));
  }
}
