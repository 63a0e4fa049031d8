package org.muletwilio.testkit.catalogue;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;

/**
 * Writes Java types in the notation of the catalogue: a letter for a plain type, e and a number for an enumeration, r and a
 * number for a record, and an asterisk for each list around it. Equal enumerations and records are written once.
 */
final class TypeNotation {

  private static final Map<Class<?>, String> LETTERS = Map.ofEntries(
      Map.entry(Integer.class, "i"), Map.entry(int.class, "i"), Map.entry(Long.class, "i"), Map.entry(Double.class, "n"),
      Map.entry(Float.class, "n"), Map.entry(BigDecimal.class, "n"), Map.entry(Boolean.class, "b"), Map.entry(boolean.class, "b"),
      Map.entry(ZonedDateTime.class, "t"), Map.entry(LocalDate.class, "d"), Map.entry(URI.class, "u"));

  private final ObjectMapper mapper = new TwilioRestClient.Builder("user", "password").build().getObjectMapper();
  private final Map<String, String> enumerations = new LinkedHashMap<>();
  private final Map<String, String> records = new LinkedHashMap<>();
  private final Set<Class<?>> open = new HashSet<>();

  /** @return the enumerations, by number */
  List<String> getEnumerations() {
    return new ArrayList<>(enumerations.keySet());
  }

  /** @return the records, by number; the records of a record's fields come before it */
  List<String> getRecords() {
    return new ArrayList<>(records.keySet());
  }

  String of(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return List.class.isAssignableFrom((Class<?>) parameterized.getRawType())
          ? of(parameterized.getActualTypeArguments()[0]) + "*" : "o";
    }
    if (!(type instanceof Class<?> raw)) {
      return "o";
    }
    if (LETTERS.containsKey(raw)) {
      return LETTERS.get(raw);
    }
    if (raw.isEnum()) {
      return number(enumerations, Arrays.stream(raw.getEnumConstants()).map(Object::toString).distinct()
          .collect(joining("|")), "e");
    }
    if (Map.class.isAssignableFrom(raw) || raw == Object.class || List.class.isAssignableFrom(raw)) {
      return "o";
    }
    return isStructure(raw) ? record(raw) : "s";
  }

  /** @return the type of a resource or of a JSON body */
  private String record(Class<?> raw) {
    if (!open.add(raw)) {
      return "o";
    }
    try {
      Set<String> required = requiredOf(raw);
      List<String> fields = new ArrayList<>();
      JavaType type = mapper.constructType(raw);
      for (BeanPropertyDefinition property : mapper.getDeserializationConfig().introspect(type).findProperties()) {
        if (Resource.class.isAssignableFrom(raw) && !property.hasConstructorParameter()) {
          continue;
        }
        AnnotatedMember member = property.hasField() ? property.getField() : property.getPrimaryMember();
        String name = property.getName();
        String fieldType = of(genericTypeOf(raw, property, member));
        fields.add(name + (required.contains(property.getInternalName()) ? "!" : "") + "=" + fieldType
            + (Resource.class.isAssignableFrom(raw) ? "" : CallbackRules.markOf(raw.getName(), "", name, fieldType)));
      }
      return fields.isEmpty() ? "o" : number(records, String.join(";", fields), "r");
    } finally {
      open.remove(raw);
    }
  }

  private static Type genericTypeOf(Class<?> raw, BeanPropertyDefinition property, AnnotatedMember member) {
    try {
      return raw.getDeclaredField(property.getInternalName()).getGenericType();
    } catch (NoSuchFieldException e) {
      return member == null ? Object.class : member.getRawType();
    }
  }

  /** @return the names that the builder of a JSON body asks for; its parameters come in the order of the fields that they fill */
  private static Set<String> requiredOf(Class<?> raw) {
    Set<String> required = new TreeSet<>();
    for (Method method : raw.getDeclaredMethods()) {
      if (method.getName().equals("builder") && Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0) {
        required.addAll(BuilderProbe.fieldsOf(method));
      }
    }
    return required;
  }

  private static boolean isStructure(Class<?> raw) {
    return raw.getName().startsWith("com.twilio.rest.") && (Resource.class.isAssignableFrom(raw) || hasBuilder(raw));
  }

  private static boolean hasBuilder(Class<?> raw) {
    for (Constructor<?> each : raw.getDeclaredConstructors()) {
      if (each.getParameterCount() == 1 && each.getParameterTypes()[0].getSimpleName().equals("Builder")) {
        return true;
      }
    }
    return raw.getDeclaredConstructors().length > 0 && raw.getDeclaredFields().length > 0;
  }

  private static String number(Map<String, String> known, String text, String letter) {
    return known.computeIfAbsent(text, each -> letter + known.size());
  }
}
