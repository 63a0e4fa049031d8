package org.muletwilio.testkit.munit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements of MUnit's own namespace that are known here: where each may stand, and with which attributes. Those of
 * {@code munit-tools}, and {@code munit:set-event}, are checked by the schema that Mule makes of them.
 */
enum MunitElements {

  CONFIG("config", Set.of("mule"), Set.of("name")),
  TEST("test", Set.of("mule"), Set.of("name", "description", "ignore", "expectedErrorType")),
  BEHAVIOR("behavior", Set.of("munit:test"), Set.of()),
  EXECUTION("execution", Set.of("munit:test"), Set.of()),
  VALIDATION("validation", Set.of("munit:test"), Set.of()),
  BEFORE_SUITE("before-suite", Set.of("mule"), Set.of("name", "description")),
  AFTER_SUITE("after-suite", Set.of("mule"), Set.of("name", "description")),
  BEFORE_TEST("before-test", Set.of("mule"), Set.of("name", "description")),
  AFTER_TEST("after-test", Set.of("mule"), Set.of("name", "description"));

  static final String NAMESPACE = "http://www.mulesoft.org/schema/mule/munit";

  /** Left to the schema. */
  static final Set<String> PROCESSORS = Set.of("set-event", "set-null-payload", "payload", "attributes");

  private static final Map<String, MunitElements> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(each -> each.element, Function.identity()));

  final String element;
  final Set<String> parents;
  final Set<String> attributes;

  MunitElements(String element, Set<String> parents, Set<String> attributes) {
    this.element = element;
    this.parents = parents;
    this.attributes = attributes;
  }

  static Optional<MunitElements> named(String element) {
    return Optional.ofNullable(BY_NAME.get(element));
  }

  boolean isHook() {
    return this == BEFORE_SUITE || this == AFTER_SUITE || this == BEFORE_TEST || this == AFTER_TEST;
  }
}
