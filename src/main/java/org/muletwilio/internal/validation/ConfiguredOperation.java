package org.muletwilio.internal.validation;

import static java.util.Collections.unmodifiableMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An operation or source as the application's XML has it. Immutable. */
public final class ConfiguredOperation {

  private static final String EXPRESSION = "#[";
  private static final String PROPERTY = "${";

  private final String name;
  private final Map<String, String> attributes;
  private final Optional<Set<String>> children;

  /**
   * @param name the element's, without a prefix
   * @param attributes as they are written, or with their properties resolved
   * @param children the names of the elements in it, or empty where that is not known
   */
  public ConfiguredOperation(String name, Map<String, String> attributes, Optional<Set<String>> children) {
    this.name = name;
    this.attributes = unmodifiableMap(new HashMap<>(attributes));
    this.children = children;
  }

  public String getName() {
    return name;
  }

  public Map<String, String> getAttributes() {
    return attributes;
  }

  /** @return the attribute's value, unless it has none or nobody knows it before the operation runs */
  Optional<String> literal(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .filter(value -> !value.contains(EXPRESSION) && !value.contains(PROPERTY));
  }

  /** @return whether a parameter is certainly not set, neither as an attribute nor, as lists and maps may be, as an element */
  boolean isWithout(String parameter) {
    return !attributes.containsKey(parameter)
        && !children.map(known -> known.contains(hyphenated(parameter))).orElse(parameter.endsWith("s"));
  }

  private static String hyphenated(String parameter) {
    StringBuilder hyphenated = new StringBuilder();
    for (char each : parameter.toCharArray()) {
      hyphenated.append(Character.isUpperCase(each) ? "-" + Character.toLowerCase(each) : String.valueOf(each));
    }
    return hyphenated.toString();
  }
}
