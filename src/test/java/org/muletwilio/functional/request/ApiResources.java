package org.muletwilio.functional.request;

import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Operations by what they do to a resource, and what their answers say of it. */
final class ApiResources {

  static final ObjectMapper JSON = new ObjectMapper();
  static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  static final List<String> ORDER = List.of("create", "fetch", "list", "update", "delete");

  private ApiResources() {}

  /** Resources are made, used, and deleted. */
  static int phase(ApiOperation operation) {
    int action = ORDER.indexOf(actionOf(operation));
    return action == 0 ? 0 : action == 4 ? 2 : 1;
  }

  static int depth(ApiOperation operation) {
    int depth = operation.getPath().split("/").length;
    return phase(operation) == 2 ? -depth : depth;
  }

  static String actionOf(ApiOperation operation) {
    return operation.getName().substring(operation.getName().lastIndexOf('.') + 1);
  }

  static Map<String, Object> variables(ApiOperation operation) {
    return new LinkedHashMap<>(Map.of("api", operation.getApi(), "operation", operation.getName()));
  }

  static JsonNode named(JsonNode object, String name) {
    return List.of(name, "sid", "id").stream().map(wanted -> exactly(object, wanted)).filter(each -> !each.isMissingNode())
        .findFirst()
        .orElse(JSON.missingNode());
  }

  static JsonNode exactly(JsonNode object, String wanted) {
    for (Map.Entry<String, JsonNode> field : (Iterable<Map.Entry<String, JsonNode>>) object::fields) {
      if (field.getKey().replace("_", "").equalsIgnoreCase(wanted) && !field.getValue().isNull()) {
        return field.getValue();
      }
    }
    return JSON.missingNode();
  }

  static String nameless(String path) {
    return VARIABLE.matcher(path.replaceFirst("\\.json$", "")).replaceAll("{}");
  }

  static String urlIn(org.muletwilio.simulator.api.ApiRequest request, String parameter) {
    boolean json = request.header("Content-Type").orElse("").contains("json");
    String name = parameter.contains("SinkConfiguration") ? "SinkConfiguration" : parameter;
    if (!json) {
      String value = request.form().all(name).get(0);
      return name.equals(parameter) ? value : read(value).path("destination").asText();
    }
    return read(request.body()).at("/" + parameter.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/')).asText();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
