package org.muletwilio.internal.request;

import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a value stands in the parameters of a request, such as <code>rules[0].actions[0].url</code>. Immutable. */
final class FieldPath {

  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d{1,4}])*)");

  /** Names of fields, and numbers of entries. */
  private final List<Object> steps;

  private FieldPath(List<Object> steps) {
    this.steps = steps;
  }

  /** @return the path, or empty where the text is not one; a name with a dot may be that of a parameter */
  static Optional<FieldPath> of(ApiOperation operation, String text) {
    List<Object> steps = new ArrayList<>();
    if (operation.getParameters().containsKey(text)) {
      steps.add(text);
      return Optional.of(new FieldPath(steps));
    }
    for (String part : text.split("\\.", -1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches()) {
        return Optional.empty();
      }
      steps.add(step.group(1));
      for (String index : step.group(2).split("[\\[\\]]+")) {
        if (!index.isEmpty()) {
          steps.add(Integer.valueOf(index));
        }
      }
    }
    return Optional.of(new FieldPath(steps));
  }

  /** @return the name of the parameter */
  String getParameter() {
    return (String) steps.get(0);
  }

  /** @return the steps after the parameter */
  List<Object> getRest() {
    return steps.subList(1, steps.size());
  }

  /**
   * Puts a value there, into copies of what is there already.
   *
   * @throws IllegalArgumentException that says why it can't be there
   */
  void put(Map<String, Object> parameters, Object value) {
    parameters.put(getParameter(), with(parameters.get(getParameter()), getParameter(), getRest(), value));
  }

  private static Object with(Object before, String where, List<Object> rest, Object value) {
    if (rest.isEmpty()) {
      if (before != null) {
        throw new IllegalArgumentException("'" + where + "' takes a callback or a value, not both");
      }
      return value;
    }
    List<Object> further = rest.subList(1, rest.size());
    if (rest.get(0) instanceof Integer) {
      int index = (Integer) rest.get(0);
      List<Object> list = before == null ? new ArrayList<>() : listOf(before, where);
      if (index > list.size()) {
        throw new IllegalArgumentException("'" + where + "' has " + list.size() + " entries, and none before [" + index + "]");
      }
      if (index == list.size()) {
        list.add(null);
      }
      list.set(index, with(list.get(index), where + "[" + index + "]", further, value));
      return list;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    if (before instanceof Map) {
      ((Map<?, ?>) before).forEach((key, each) -> object.put(String.valueOf(key), each));
    } else if (before != null) {
      throw new IllegalArgumentException("'" + where + "' must be an object");
    }
    String name = (String) rest.get(0);
    object.put(name, with(object.get(name), where + "." + name, further, value));
    return object;
  }

  private static List<Object> listOf(Object before, String where) {
    if (!(before instanceof Collection)) {
      throw new IllegalArgumentException("'" + where + "' must be a list");
    }
    return new ArrayList<>((Collection<?>) before);
  }
}
