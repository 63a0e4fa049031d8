package org.muletwilio.simulator.page;

import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a path of the simulator's own REST API, checked.
 *
 * @param variables the variable parts of its path
 * @param form its fields
 */
record WebRequest(Map<String, String> variables, Form form) {

  String variable(String name) {
    return variables.get(name);
  }

  /** A field that is required. */
  String text(String name) {
    return form.filled(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  /** A field, unless it is empty. */
  Optional<String> optional(String name) {
    return form.filled(name);
  }

  int number(String name, int otherwise) {
    return form.filled(name).map(Integer::parseInt).orElse(otherwise);
  }

  double probability(String name, double otherwise) {
    return form.filled(name).map(Double::parseDouble).orElse(otherwise);
  }

  Optional<Duration> duration(String name) {
    return form.filled(name).map(Long::parseLong).map(Duration::ofMillis);
  }

  boolean flag(String name) {
    return form.filled(name).map(Boolean::parseBoolean).orElse(false);
  }
}
