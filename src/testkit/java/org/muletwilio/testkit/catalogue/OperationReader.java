package org.muletwilio.testkit.catalogue;

import org.muletwilio.testkit.catalogue.SdkParameter.Place;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.Request;

/**
 * Asks an operation of the SDK what it would send: once with what its constructor needs, and once more with each other value,
 * which shows where that value goes and by what name.
 */
final class OperationReader {

  private static final String PATH_FIELD = "path";

  private final RecordingClient client = new RecordingClient();
  private final TypeNotation types;

  OperationReader(TypeNotation types) {
    this.types = types;
  }

  SdkOperation read(Class<?> operation) {
    SdkAction action = SdkAction.of(operation);
    List<Constructor<?>> constructors = Arrays.stream(operation.getDeclaredConstructors())
        .sorted(Comparator.comparingInt(Constructor::getParameterCount)).toList();
    Set<String> required = requiredBy(constructors);
    Object sample = withPathNames(make(constructors.get(0)));
    Request bare = client.requestOf(sample);
    URI address = URI.create(bare.getUrl().replace("~", "%7E"));
    return new SdkOperation(operation, action, bare.getMethod().name(), address.getScheme() + "://" + address.getHost(),
                            pathOf(address, sample), bare.getContentType() == ContentType.JSON,
                            parametersOf(operation, required, sample),
                            resultOf(operation), action == SdkAction.LIST ? ListKeys.of(operation) : Optional.empty());
  }

  /** A variable that is not a text, such as an index or a date, is found as the segment that is its value. */
  private static String pathOf(URI address, Object sample) {
    List<String> segments = new ArrayList<>(List.of(address.getPath().split("/", -1)));
    for (Field field : fieldsOf(sample.getClass())) {
      if (isPath(field) && field.getType() != String.class) {
        int at = segments.indexOf(value(field, sample).toString());
        segments.set(at, "~" + field.getName().substring(PATH_FIELD.length()) + "~");
      }
    }
    return String.join("/", segments).replaceAll("~(\\w+)~", "{$1}");
  }

  /** @return the fields that every constructor fills */
  private Set<String> requiredBy(List<Constructor<?>> constructors) {
    Set<String> required = null;
    for (Constructor<?> constructor : constructors) {
      Set<String> filled = new TreeSet<>();
      Object made = make(constructor);
      for (Field field : fieldsOf(made.getClass())) {
        if (value(field, made) != null || isStructureOf(constructor, field)) {
          filled.add(field.getName());
        }
      }
      if (required == null) {
        required = filled;
      } else {
        required.retainAll(filled);
      }
    }
    return required;
  }

  private List<SdkParameter> parametersOf(Class<?> operation, Set<String> required, Object sample) {
    Map<String, SdkParameter> parameters = new LinkedHashMap<>();
    for (Field field : fieldsOf(operation)) {
      if (isPath(field)) {
        continue;
      }
      boolean needed = required.contains(field.getName());
      Optional<Object> value = Samples.of(field.getGenericType());
      if (value.isEmpty()) {
        JsonBody.fieldsOf(types, field.getGenericType(), needed).forEach(each -> parameters.putIfAbsent(each.name(), each));
        continue;
      }
      Object before = value(field, sample);
      set(field, sample, null);
      Request without = client.requestOf(sample);
      set(field, sample, value.get());
      Request with = client.requestOf(sample);
      set(field, sample, before);
      String type = types.of(field.getGenericType());
      added(without.getPostParams(), with.getPostParams())
          .forEach(name -> parameters.put(name, new SdkParameter(name, Place.BODY, needed, type)));
      added(without.getQueryParams(), with.getQueryParams())
          .forEach(name -> parameters.put(name, new SdkParameter(name, Place.QUERY, needed, type)));
      added(without.getHeaderParams(), with.getHeaderParams())
          .forEach(name -> parameters.put(name, new SdkParameter(name, Place.HEADER, needed, type)));
    }
    return new ArrayList<>(parameters.values());
  }

  /**
   * @param operation a class of the SDK
   * @return what it sends where every parameter has a value but those of JSON bodies, and those values by Twilio's names
   */
  SampleRequest sample(Class<?> operation) {
    Object sample = withPathNames(make(Arrays.stream(operation.getDeclaredConstructors())
        .min(Comparator.comparingInt(Constructor::getParameterCount)).orElseThrow()));
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : fieldsOf(operation)) {
      Optional<Object> value = Samples.of(field.getGenericType());
      if (isPath(field)) {
        values.put(field.getName().substring(PATH_FIELD.length()), value(field, sample));
      } else if (value.isPresent()) {
        set(field, sample, null);
        Request without = client.requestOf(sample);
        set(field, sample, value.get());
        Request with = client.requestOf(sample);
        Set<String> names = added(without.getPostParams(), with.getPostParams());
        names.addAll(added(without.getQueryParams(), with.getQueryParams()));
        names.addAll(added(without.getHeaderParams(), with.getHeaderParams()));
        names.forEach(name -> values.put(name, value.get()));
      }
    }
    return new SampleRequest(client.requestOf(sample), values);
  }

  private static Set<String> added(Map<String, List<String>> without, Map<String, List<String>> with) {
    Set<String> names = new TreeSet<>(with.keySet());
    names.removeAll(without.keySet());
    return names;
  }

  private String resultOf(Class<?> operation) {
    Type base = operation.getGenericSuperclass();
    return SdkAction.of(operation) != SdkAction.DELETE && base instanceof ParameterizedType parameterized
        ? types.of(parameterized.getActualTypeArguments()[0]) : "o";
  }

  private static Object make(Constructor<?> constructor) {
    Object[] values = new Object[constructor.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Samples.of(constructor.getGenericParameterTypes()[i]).orElse(null);
    }
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor.toString(), e);
    }
  }

  /** Gives the variables of the path their names as values; without the account's SID the client takes its own. */
  private static Object withPathNames(Object operation) {
    for (Field field : fieldsOf(operation.getClass())) {
      if (isPath(field) && field.getType() == String.class) {
        set(field, operation, "~" + field.getName().substring(PATH_FIELD.length()) + "~");
      }
    }
    return operation;
  }

  private static boolean isStructureOf(Constructor<?> constructor, Field field) {
    return Arrays.stream(constructor.getGenericParameterTypes())
        .anyMatch(each -> Samples.of(each).isEmpty() && each.equals(field.getGenericType()));
  }

  private static boolean isPath(Field field) {
    String name = field.getName();
    return name.startsWith(PATH_FIELD) && name.length() > PATH_FIELD.length()
        && Character.isUpperCase(name.charAt(PATH_FIELD.length()));
  }

  private static List<Field> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()).toList();
  }

  private static Object value(Field field, Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Field field, Object of, Object value) {
    try {
      field.setAccessible(true);
      field.set(of, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
