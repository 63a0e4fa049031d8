package org.muletwilio.internal.request;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.NearestNames;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the parameters that a flow gives against those of an operation, and collects what is wrong with them. */
final class ParameterReader {

  /** Parameters may be a payload from anywhere: of the rest the number is told. */
  private static final int MOST_PROBLEMS = 20;
  private static final Pattern HEADER = Pattern.compile("[ -~]*");

  private final ApiOperation operation;
  private final List<String> problems = new ArrayList<>();
  private int more;

  ParameterReader(ApiOperation operation) {
    this.operation = operation;
  }

  /** @return what is wrong so far, to which may be added; nothing where all is well */
  List<String> getProblems() {
    return problems;
  }

  /** @return what is wrong, in one text */
  String describeProblems() {
    return String.join("; ", problems) + (more == 0 ? "" : "; and " + more + " more");
  }

  /**
   * @param given the parameters by Twilio's names; those that are null count as not given
   * @return the same, converted: texts, numbers, booleans, and lists and maps of them
   */
  Map<String, Object> read(Map<String, ?> given) {
    Map<String, Object> converted = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      ApiParameter parameter = operation.getParameters().get(name);
      if (parameter == null) {
        add(() -> "there is no parameter '" + Excerpt.of(name) + "'"
            + OperationLookup.like(NearestNames.to(name, operation.getParameters().keySet())));
      } else if (value != null) {
        converted.put(name, convert(name, parameter.getType(), value));
        requireSegment(parameter, value);
        requireHeader(parameter, converted.get(name));
        requireFilter(parameter, value);
      }
    });
    operation.getParameters().values().stream().filter(ApiParameter::isRequired).map(ApiParameter::getName)
        .filter(name -> given.get(name) == null).forEach(name -> add(() -> "parameter '" + name + "' is missing"));
    return converted;
  }

  /** A value in the path must not lead to another resource, and an empty one would. */
  private void requireSegment(ApiParameter parameter, Object value) {
    if (parameter.getPlace() != ApiParameter.Place.PATH || !(value instanceof CharSequence)) {
      return;
    }
    String text = value.toString();
    if (text.trim().isEmpty() || ApiPath.leadsElsewhere(text)) {
      add(() -> "'" + parameter.getName() + "' is '" + Excerpt.of(text) + "': it stands in the path of the request, where it "
          + "can be neither empty nor . or .., nor have one of them between slashes");
    }
  }

  /** Twilio takes a filter without a value for none, and lists everything. */
  private void requireFilter(ApiParameter parameter, Object value) {
    if (operation.getListKey().isPresent() && parameter.getPlace() == ApiParameter.Place.QUERY
        && entriesOf(value).stream().anyMatch(each -> each instanceof CharSequence && each.toString().trim().isEmpty())) {
      add(() -> "'" + parameter.getName() + "' is empty: leave it out to list all");
    }
  }

  /** A line break in a header would begin another one. */
  private void requireHeader(ApiParameter parameter, Object value) {
    if (parameter.getPlace() == ApiParameter.Place.HEADER && !HEADER.matcher(String.valueOf(value)).matches()) {
      add(() -> "'" + parameter.getName() + "' has a character that a header can't have: line breaks, control characters, or "
          + "letters beyond ASCII");
    } else if (parameter.getPlace() == ApiParameter.Place.HEADER) {
      EncodingHeaders.reasonAgainst(parameter.getName(), String.valueOf(value)).ifPresent(reason ->
          add(() -> "'" + parameter.getName() + "' is '" + Excerpt.of(String.valueOf(value)) + "': " + reason));
    }
  }

  private void add(Supplier<String> problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem.get());
    } else {
      more++;
    }
  }

  private Object convert(String name, ApiType type, Object value) {
    if (type.getLists() > 0) {
      List<Object> entries = new ArrayList<>();
      for (Object entry : entriesOf(value)) {
        entries.add(convert(name + "[" + entries.size() + "]", type.getEntry(), entry));
      }
      return entries;
    }
    if (type.getBase() == ApiType.Base.ANY) {
      return value;
    }
    if (type.getBase() == ApiType.Base.RECORD) {
      return record(name, type, value);
    }
    try {
      return ValueConverter.convert(type, value);
    } catch (IllegalArgumentException e) {
      add(() -> "'" + name + "' " + e.getMessage());
      return "";
    }
  }

  private Object record(String name, ApiType type, Object value) {
    if (!(value instanceof Map)) {
      add(() -> "'" + name + "' must be an object");
      return "";
    }
    Map<String, ApiField> fields = type.getFields().stream()
        .collect(Collectors.toMap(ApiField::getName, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    Map<String, Object> converted = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, each) -> {
      ApiField field = fields.get(String.valueOf(key));
      if (field == null) {
        add(() -> "'" + name + "' has no field '" + Excerpt.of(String.valueOf(key)) + "'"
            + OperationLookup.like(NearestNames.to(String.valueOf(key), fields.keySet())));
      } else if (each != null) {
        converted.put(field.getName(), convert(name + "." + field.getName(), field.getType(), each));
      }
    });
    fields.values().stream().filter(field -> field.isRequired() && !converted.containsKey(field.getName()))
        .forEach(field -> add(() -> "'" + name + "." + field.getName() + "' is missing"));
    return converted;
  }

  /** A single value stands for a list of it alone. */
  private static Collection<?> entriesOf(Object value) {
    return value instanceof Collection ? (Collection<?>) value
        : value instanceof Object[] ? Arrays.asList((Object[]) value) : Arrays.asList(value);
  }
}
