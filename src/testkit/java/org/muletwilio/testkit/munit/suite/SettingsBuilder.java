package org.muletwilio.testkit.munit.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xml.sax.Attributes;

/** What a suite says about itself, while it is read. */
final class SettingsBuilder {

  private final Map<String, Map<String, String>> parameterizations = new LinkedHashMap<>();
  private final List<DynamicPort> ports = new ArrayList<>();
  private Optional<String> minMuleVersion = Optional.empty();
  private Optional<String> file = Optional.empty();
  private Map<String, String> current = new LinkedHashMap<>();
  private boolean ignored;
  private boolean isSuite;

  /** @throws IllegalArgumentException if an attribute is missing or wrong */
  void start(MunitElements element, Attributes attributes) {
    switch (element) {
      case CONFIG:
        isSuite = true;
        ignored = "true".equals(attributes.getValue("ignore"));
        minMuleVersion = Optional.ofNullable(attributes.getValue("minMuleVersion"));
        break;
      case PARAMETERIZATIONS:
        file = Optional.ofNullable(attributes.getValue("file"));
        break;
      case PARAMETERIZATION:
        current = new LinkedHashMap<>();
        parameterizations.put(required(attributes, "name"), current);
        break;
      case PARAMETER:
        current.put(required(attributes, "propertyName"), required(attributes, "value"));
        break;
      case DYNAMIC_PORT:
        ports.add(new DynamicPort(required(attributes, "propertyName"), port(attributes, "min", DynamicPort.LOWEST),
                                  port(attributes, "max", DynamicPort.HIGHEST)));
        break;
      default:
        break;
    }
  }

  private static String required(Attributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name))
        .orElseThrow(() -> new IllegalArgumentException("The attribute " + name + " is missing"));
  }

  private static int port(Attributes attributes, String name, int otherwise) {
    String text = attributes.getValue(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is '" + text + "': it is the number of a port", e);
    }
  }

  boolean isSuite() {
    return isSuite;
  }

  List<DynamicPort> ports() {
    return List.copyOf(ports);
  }

  MunitSuite.Settings settings() {
    return new MunitSuite.Settings(ignored, minMuleVersion, file, parameterizations);
  }
}
