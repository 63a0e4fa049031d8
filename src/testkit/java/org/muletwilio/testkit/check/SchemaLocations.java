package org.muletwilio.testkit.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a file says about where the schemas of its modules are, without which Mule understands none of their elements. */
final class SchemaLocations {

  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private SchemaLocations() {}

  /**
   * @param elements those of a file
   * @param known the namespaces that have a schema
   * @return the first element of each module without one, by its namespace
   */
  static Map<String, XmlElement> missing(List<XmlElement> elements, Set<String> known) {
    Set<String> located = elements.stream().flatMap(element -> element.attributes().stream())
        .filter(attribute -> attribute.namespace().equals(INSTANCE) && attribute.name().equals("schemaLocation"))
        .flatMap(attribute -> Arrays.stream(attribute.value().strip().split("\\s+"))).collect(Collectors.toSet());
    Map<String, XmlElement> missing = new LinkedHashMap<>();
    elements.stream().filter(element -> known.contains(element.namespace()) && !located.contains(element.namespace()))
        .forEach(element -> missing.merge(element.namespace(), element, (one, other) -> other.line() < one.line() ? other : one));
    return missing;
  }

  /** @param location where the schema of a namespace is */
  static Problem problem(String file, XmlElement element, UnaryOperator<String> location) {
    return new Problem(file, element.line(), "<" + element.qualifiedName() + "> isn't understood, as xsi:schemaLocation of this"
        + " file lacks its module: add " + element.namespace() + " " + location.apply(element.namespace()));
  }
}
