package org.muletwilio.simulator.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operation of Twilio's API.
 *
 * @param action create, fetch, list, update or delete
 * @param host such as verify.twilio.com
 * @param segments of the path, variables in braces; that of the format is the first
 * @param json whether the body is JSON
 * @param listKey the name under which a list has its entries
 */
record Endpoint(String action, String method, String host, List<String> segments, boolean json, Optional<String> listKey,
    List<Field> parameters, List<Field> result) {

  /** The variables of a path, if it is one of this endpoint's. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String template = segments.get(i);
      if (isVariable(template) && !path.get(i).isEmpty()) {
        variables.put(template.substring(1, template.length() - 1), path.get(i));
      } else if (!template.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** The variable that ends the path, where it names one of many resources. */
  Optional<String> lastVariable() {
    return Optional.of(segments.get(segments.size() - 1)).filter(Endpoint::isVariable).map(name -> name.substring(1, name
        .length() - 1));
  }

  long variables() {
    return segments.stream().filter(Endpoint::isVariable).count();
  }

  /** The path without the names of its variables, and without its format. */
  String place() {
    return host + segments.stream().filter(segment -> !segment.equals(EndpointCatalogue.FORMAT))
        .map(segment -> isVariable(segment) ? "/{}" : "/" + segment).collect(Collectors.joining());
  }

  /** The place of the collection that a resource is in; that of the resource where there is one alone. */
  String collectionPlace() {
    String place = place();
    return lastVariable().isPresent() ? place.substring(0, place.lastIndexOf('/')) : place;
  }

  /** The last segment that is not a variable, such as Verifications. */
  String collection() {
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (!isVariable(segments.get(i))) {
        return segments.get(i);
      }
    }
    return "";
  }

  boolean isOf(String product, String wanted) {
    return host.equals(product + ".twilio.com") && collection().equals(wanted);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
