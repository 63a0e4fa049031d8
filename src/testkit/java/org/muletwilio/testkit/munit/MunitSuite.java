package org.muletwilio.testkit.munit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A suite, as tests and as the Mule XML that the runtime can load.
 *
 * @param name the file's name
 * @param file where it is
 * @param documents Mule XML by the name that errors show
 * @param tests in the order of the file
 * @param hooks names of flows by the element that says when to run them, such as {@code before-suite}
 */
public record MunitSuite(String name, Path file, Map<String, String> documents, List<MunitTest> tests,
                         Map<String, List<String>> hooks) {

  /**
   * @throws SuiteException if it isn't a suite, or uses what isn't known here
   */
  public static MunitSuite read(Path file) {
    return new SuiteReader(file).read();
  }

  List<String> hooks(String element) {
    return hooks.getOrDefault(element, List.of());
  }
}
