package org.muletwilio.functional.request;

import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Values for what an operation requires, by their types and names, and by a table where Twilio wants more than the catalogue
 * says.
 */
final class SampleValues {

  private static final String URL = "https://example.com/x";
  private static final String PHONE = "+15551234567";
  /** What has to be there first. */
  private static final Set<String> LATE = Set.of("Workspaces.Tasks.create", "Services.VerificationCheck.create");

  private final Map<String, Map<String, Object>> extras;
  private final Map<String, String> given;

  /**
   * @param extras parameters of operations, by API and name
   * @param given what is there already, by the places of collections
   */
  SampleValues(Map<String, Map<String, Object>> extras, Map<String, String> given) {
    this.extras = extras;
    this.given = given;
  }

  /** What is there only after a call has done something, or was answered. */
  static boolean isDelayed(ApiOperation operation) {
    return operation.getApi().equals("api.v2010") && operation.getName()
        .matches("(Calls|Conferences|Recordings|OutgoingCallerIds)\\..*")
        || operation.getName().contains("Reservations.");
  }

  boolean isLate(ApiOperation operation) {
    return LATE.contains(operation.getName());
  }

  /** @param made names of what was made, by the places of collections: a text that begins with a slash is such a place */
  Map<String, Object> of(ApiOperation operation, UnaryOperator<String> made) {
    Map<String, Object> values = new LinkedHashMap<>();
    operation.getParameters().values().stream()
        .filter(parameter -> parameter.isRequired() && parameter.getPlace() != ApiParameter.Place.PATH)
        .forEach(parameter -> values.put(parameter.getName(), of(parameter.getField())));
    extras.getOrDefault(operation.getApi() + " " + operation.getName(), Map.of())
        .forEach((name, value) -> values.put(name, value instanceof Supplier<?> next ? next.get()
            : value instanceof String place && place.startsWith("/") ? made.apply(place) : value));
    return values;
  }

  String given(String collection) {
    return given.get(collection);
  }

  String variable(String name) {
    return name.endsWith("Sid") ? "XX" + "0".repeat(32) : name.contains("Phone") || name.contains("Number") ? PHONE : "sample";
  }

  /** Takes away what a callback is put in place of, and gives what stands around it. */
  void clear(Map<String, Object> values, ApiOperation operation, String path) {
    String name = operation.getParameters().containsKey(path) ? path : path.split("[.\\[]")[0];
    if (name.equals(path)) {
      values.remove(name);
    } else {
      values.putIfAbsent(name, of(operation.getParameters().get(name).getField()));
      values.put(name, without(values.get(name), path.substring(name.length()).replace("[", ".[").substring(1).split("\\."), 0));
    }
  }

  private static Object without(Object value, String[] steps, int at) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      if (!copy.isEmpty()) {
        copy.set(0, without(copy.get(0), steps, at + 1));
      }
      return copy;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, each) -> copy.put(String.valueOf(key), each));
    if (at == steps.length - 1) {
      copy.remove(steps[at]);
    } else if (copy.containsKey(steps[at])) {
      copy.put(steps[at], without(copy.get(steps[at]), steps, at + 1));
    }
    return copy;
  }

  private static Object of(ApiField field) {
    return of(field, field.getType());
  }

  private static Object of(ApiField field, ApiType type) {
    if (type.getLists() > 0) {
      return List.of(of(field, type.getEntry()));
    }
    return switch (type.getBase()) {
      case INTEGER -> 7;
      case NUMBER -> 1.5;
      case BOOLEAN -> true;
      case DATE_TIME -> "2026-01-31T12:00:00Z";
      case DATE -> "2026-01-31";
      case URI -> URL;
      case ANY -> Map.of("a", "b");
      case ENUMERATION -> type.getWords().get(0);
      case RECORD -> record(type);
      case TEXT -> text(field);
    };
  }

  private static String text(ApiField field) {
    String name = field.getName();
    return field.getCallback().isPresent() || name.endsWith("Url") ? URL
        : name.equals("To") || name.endsWith("PhoneNumber") ? PHONE : name.equals("From") ? "+15005550006" : name
            .equals("sender_id") ? "whatsapp:" + PHONE : "sample";
  }

  private static Map<String, Object> record(ApiType type) {
    Map<String, Object> values = new LinkedHashMap<>();
    type.getFields().stream().filter(ApiField::isRequired).forEach(field -> values.put(field.getName(), of(field)));
    return values;
  }
}
