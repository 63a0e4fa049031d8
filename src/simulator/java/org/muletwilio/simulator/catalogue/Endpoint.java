package org.muletwilio.simulator.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of Twilio's API.
 *
 * @param action create, fetch, list, update or delete
 * @param host such as verify.twilio.com
 * @param segments of the path, variables in braces
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

  /** Whether the path names one of many resources. */
  boolean isOfOne() {
    return isVariable(segments.get(segments.size() - 1));
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

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
