package org.muletwilio.testkit.catalogue;

import org.muletwilio.testkit.catalogue.SdkParameter.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the lines of the catalogue; {@code CatalogueText} reads them. */
final class CatalogueWriter {


  private final TypeNotation types = new TypeNotation();

  /** @return all lines of the catalogue of the SDK on the class path */
  List<String> lines() {
    OperationReader reader = new OperationReader(types);
    Map<String, Map<String, String>> apis = new TreeMap<>();
    for (Class<?> type : SdkClasses.operations()) {
      SdkOperation operation = reader.read(type);
      String name = OperationNames.of(operation);
      String line = "O " + name + '\t' + lineOf(operation);
      String other = apis.computeIfAbsent(OperationNames.apiOf(operation), api -> new TreeMap<>()).put(name, line);
      if (other != null) {
        throw new IllegalStateException(type + " has the name of another operation: " + other);
      }
    }
    List<String> lines = new ArrayList<>();
    types.getEnumerations().forEach(each -> lines.add("E " + each));
    types.getRecords().forEach(each -> lines.add("R " + each));
    apis.forEach((api, operations) -> {
      lines.add("A " + api);
      lines.addAll(operations.values());
    });
    return lines;
  }

  private String lineOf(SdkOperation operation) {
    List<String> values = new ArrayList<>(List.of(operation.method(), operation.origin(), operation.path(),
                                                  operation.json() ? "J" : "F", operation.result(),
                                                  operation.listKey().orElse("-")));
    for (SdkParameter parameter : operation.parameters()) {
      values.add((parameter.place() == Place.QUERY ? "?" : parameter.place() == Place.HEADER ? "#" : "") + parameter.name()
          + (parameter.required() ? "!" : "") + "=" + parameter.type() + markOf(operation, parameter));
    }
    return String.join("\t", values);
  }

  private static String markOf(SdkOperation operation, SdkParameter parameter) {
    return parameter.place() == Place.BODY
        ? CallbackRules.markOf(OperationNames.apiOf(operation), operation.path(), parameter.name(), parameter.type()) : "";
  }
}
