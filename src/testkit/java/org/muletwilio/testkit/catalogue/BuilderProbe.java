package org.muletwilio.testkit.catalogue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Finds the fields that the parameters of a builder fill: those are required. */
final class BuilderProbe {

  private BuilderProbe() {}

  static Set<String> fieldsOf(Method builder) {
    Object[] values = new Object[builder.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Samples.of(builder.getGenericParameterTypes()[i]).orElse(null);
    }
    Set<String> filled = new TreeSet<>();
    try {
      builder.setAccessible(true);
      Object made = builder.invoke(null, values);
      for (Field field : made.getClass().getDeclaredFields()) {
        field.setAccessible(true);
        if (!Modifier.isStatic(field.getModifiers()) && (field.get(made) != null || isTakenWithoutSample(builder, field))) {
          filled.add(field.getName());
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(builder.toString(), e);
    }
    return filled;
  }

  /** A structure has no sample: a field of its type is taken for the one that it fills. */
  private static boolean isTakenWithoutSample(Method builder, Field field) {
    return Arrays.stream(builder.getGenericParameterTypes())
        .anyMatch(each -> Samples.of(each).isEmpty() && each.equals(field.getGenericType()));
  }
}
