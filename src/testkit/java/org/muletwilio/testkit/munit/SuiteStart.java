package org.muletwilio.testkit.munit;

import org.muletwilio.testkit.check.Problem;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.TestDefinition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Starts the application with those tests of a suite that let it start. The others are found by what Mule says about them, or, if
 * it says nothing of the place, by leaving tests out.
 */
final class SuiteStart {

  /** How Mule names a place in its own messages. */
  private static final Pattern PLACE = Pattern.compile("([^/\\\\:\\[\\s]+\\.xml):(\\d+)");

  private final MunitSuite suite;
  private final SuiteApplication application;
  private final Map<String, List<String>> wrong = new LinkedHashMap<>();

  SuiteStart(MunitSuite suite, SuiteApplication application) {
    this.suite = suite;
    this.application = application;
    suite.tests().stream().filter(test -> !test.problems().isEmpty())
        .forEach(test -> wrong.put(test.name(), test.problems().stream().map(Problem::toString).toList()));
  }

  /** @return what is wrong with tests, by their names */
  Map<String, List<String>> wrong() {
    return wrong;
  }

  /**
   * @throws ApplicationStartException if the application doesn't start without any test either
   */
  EmbeddedMule start() {
    while (true) {
      try {
        return application.start(suite.without(wrong.keySet()));
      } catch (ApplicationStartException e) {
        Map<String, List<String>> found = e.problems().isEmpty() ? named(e) : of(e);
        if (found.isEmpty()) {
          checkWithoutTests(e);
          findIn(remaining());
        } else {
          wrong.putAll(found);
        }
      }
    }
  }

  /** What is wrong elsewhere has to be put right first. */
  private Map<String, List<String>> of(ApplicationStartException refusal) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Problem problem : refusal.problems()) {
      String test = testAt(problem.file(), problem.line()).orElseThrow(() -> refusal);
      found.computeIfAbsent(test, each -> new ArrayList<>())
          .add(new Problem(suite.name(), problem.line(), problem.message()).toString());
    }
    return found;
  }

  private Map<String, List<String>> named(ApplicationStartException refusal) {
    Matcher place = PLACE.matcher(refusal.getMessage());
    return place.find() ? testAt(place.group(1), Integer.parseInt(place.group(2)))
        .map(test -> Map.of(test, List.of(suite.name() + ":" + place.group(2) + ": " + refusal.reason()))).orElse(Map.of())
        : Map.of();
  }

  private Optional<String> testAt(String file, int line) {
    return suite.testWith(new Problem(file, line, "")).filter(test -> !wrong.containsKey(test));
  }

  private List<TestDefinition> remaining() {
    return suite.tests().stream().filter(test -> !wrong.containsKey(test.name())).toList();
  }

  private void checkWithoutTests(ApplicationStartException refusal) {
    if (remaining().isEmpty()) {
      throw refusal;
    }
    refusalOf(List.of()).ifPresent(each -> {
      throw each;
    });
  }

  /** Looks in both halves of tests that don't start together. */
  private void findIn(List<TestDefinition> tests) {
    Optional<ApplicationStartException> refusal = refusalOf(tests);
    if (refusal.isPresent() && tests.size() == 1) {
      wrong.put(tests.get(0).name(), List.of(tests.get(0).location() + ": " + refusal.get().reason()));
    } else if (refusal.isPresent()) {
      findIn(tests.subList(0, tests.size() / 2));
      findIn(tests.subList(tests.size() / 2, tests.size()));
    }
  }

  private Optional<ApplicationStartException> refusalOf(List<TestDefinition> tests) {
    Set<String> names = tests.stream().map(TestDefinition::name).collect(Collectors.toSet());
    Set<String> others = new LinkedHashSet<>();
    suite.tests().stream().map(TestDefinition::name).filter(name -> !names.contains(name)).forEach(others::add);
    try {
      application.start(suite.without(others)).close();
      return Optional.empty();
    } catch (ApplicationStartException e) {
      return Optional.of(e);
    }
  }
}
