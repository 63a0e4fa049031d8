package org.muletwilio.testkit.munit.suite;

import org.muletwilio.testkit.check.Problem;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A suite, as tests and as the Mule XML that the runtime can load.
 *
 * @param name the file's name
 * @param file where it is
 * @param settings what {@code munit:config} says
 * @param documents Mule XML by the name that errors show, without the tests that can't run
 * @param tests in the order of the file
 * @param lines the first and last line of each test, by its name
 * @param hooks names of flows by the element that says when to run them, such as {@code before-suite}
 * @param ports the free ports that it asks for
 * @param problems what is wrong with it outside of its tests
 */
public record MunitSuite(String name, Path file, Settings settings, Map<String, String> documents, List<TestDefinition> tests,
                         Map<String, int[]> lines, Map<String, List<String>> hooks, List<DynamicPort> ports,
                         List<Problem> problems) {

  /**
   * What {@code munit:config} says.
   *
   * @param ignored whether the suite isn't to be run
   * @param minMuleVersion the oldest Mule that it runs on
   * @param parameterizationFile a file with more parameterizations
   * @param parameterizations properties by the parameterizations' names
   */
  public record Settings(boolean ignored, Optional<String> minMuleVersion, Optional<String> parameterizationFile,
                         Map<String, Map<String, String>> parameterizations) {
  }

  /**
   * @throws SuiteException if it can't be read, or isn't a suite
   */
  public static MunitSuite read(Path file) {
    return without(file, Set.of());
  }

  /** @return the suite, with documents that lack these tests */
  public MunitSuite without(Set<String> testNames) {
    return without(file, testNames);
  }

  private static MunitSuite without(Path file, Set<String> testNames) {
    MunitSuite suite = new SuiteReader(file, testNames).read();
    Set<String> left = suite.tests.stream().filter(test -> !test.problems().isEmpty() || testNames.contains(test.name()))
        .map(TestDefinition::name).collect(Collectors.toSet());
    return left.equals(testNames) ? suite : new SuiteReader(file, left).read();
  }

  /**
   * @param folders where files of parameterizations are
   * @return those of the file, and those of the suite, which win; one without a name where there are none
   * @throws SuiteException if the file isn't there, or isn't right
   */
  public List<Parameterization> parameterizations(List<Path> folders) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    settings.parameterizationFile.ifPresent(yaml -> all.putAll(ParameterizationFile.read(yaml, folders)));
    all.putAll(settings.parameterizations);
    return all.isEmpty() ? List.of(Parameterization.NONE)
        : all.entrySet().stream().map(each -> new Parameterization(each.getKey(), each.getValue())).toList();
  }

  /** @return the flows to run at a time, such as {@code before-suite} */
  public List<String> hooks(String element) {
    return hooks.getOrDefault(element, List.of());
  }

  /** @return the test in which a problem is; nothing if it is elsewhere */
  public Optional<String> testWith(Problem problem) {
    return documents.containsKey(problem.file())
        ? lines.entrySet().stream().filter(each -> each.getValue()[0] <= problem.line() && problem.line() <= each.getValue()[1])
            .map(Map.Entry::getKey).findFirst()
        : Optional.empty();
  }
}
