package org.muletwilio.testkit.munit.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements of MUnit's own namespace that make up a suite: where each may stand, and with which attributes. Those of
 * {@code munit-tools}, and {@code munit:set-event}, are checked by the schema that Mule makes of them.
 */
public enum MunitElements {

  CONFIG("config", "mule", Set.of("name", "ignore", "minMuleVersion")),
  PARAMETERIZATIONS("parameterizations", "munit:config", Set.of("file")),
  PARAMETERIZATION("parameterization", "munit:parameterizations", Set.of("name")),
  PARAMETERS("parameters", "munit:parameterization", Set.of()),
  PARAMETER("parameter", "munit:parameters", Set.of("propertyName", "value")),
  DYNAMIC_PORT("dynamic-port", "mule", Set.of("propertyName", "min", "max")),
  TEST("test", "mule", Set.of("name", "description", "ignore", "tags", "timeOut", "expectedErrorType", "expectedException",
                              "expectedErrorDescription")),
  ENABLE_FLOW_SOURCES("enable-flow-sources", "munit:test", Set.of()),
  ENABLE_FLOW_SOURCE("enable-flow-source", "munit:enable-flow-sources", Set.of("value")),
  BEHAVIOR("behavior", "munit:test", Set.of()),
  EXECUTION("execution", "munit:test", Set.of()),
  VALIDATION("validation", "munit:test", Set.of()),
  BEFORE_SUITE("before-suite", "mule", Set.of("name", "description")),
  AFTER_SUITE("after-suite", "mule", Set.of("name", "description")),
  BEFORE_TEST("before-test", "mule", Set.of("name", "description")),
  AFTER_TEST("after-test", "mule", Set.of("name", "description"));

  static final String NAMESPACE = "http://www.mulesoft.org/schema/mule/munit";

  /** Left to the schema. */
  private static final Set<String> PROCESSORS = Set.of("set-event", "payload", "attributes", "variables", "variable", "error");

  private static final Map<String, MunitElements> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(each -> each.element, Function.identity()));

  final String element;
  final String parent;
  final Set<String> attributes;

  MunitElements(String element, String parent, Set<String> attributes) {
    this.element = element;
    this.parent = parent;
    this.attributes = attributes;
  }

  static Optional<MunitElements> named(String element) {
    return Optional.ofNullable(BY_NAME.get(element));
  }

  /** @return whether an element is left to the schema that Mule makes of the extension */
  static boolean isOfExtension(String element) {
    return PROCESSORS.contains(element);
  }

  /** @return the element's name with MUnit's prefix */
  public String qualifiedName() {
    return "munit:" + element;
  }

  public Set<String> attributes() {
    return attributes;
  }

  /** @return the elements of a suite's structure that it can have in it */
  public List<String> children() {
    return Arrays.stream(values()).filter(each -> each.parent.equals(qualifiedName())).map(each -> each.element).toList();
  }

  boolean isHook() {
    return this == BEFORE_SUITE || this == AFTER_SUITE || this == BEFORE_TEST || this == AFTER_TEST;
  }
}
