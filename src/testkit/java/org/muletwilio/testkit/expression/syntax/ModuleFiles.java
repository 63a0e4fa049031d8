package org.muletwilio.testkit.expression.syntax;

import java.util.Optional;

/** The modules that an application brings along: files with the ending dwl on its class path. */
@FunctionalInterface
public interface ModuleFiles {

  /**
   * @param name such as {@code modules::Phone}
   * @return its text
   */
  Optional<String> source(String name);
}
