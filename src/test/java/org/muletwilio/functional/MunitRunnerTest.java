package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.check.Problem;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.munit.MunitSuite;
import org.muletwilio.testkit.munit.MunitTest;
import org.muletwilio.testkit.munit.SuiteException;
import org.muletwilio.testkit.munit.SuiteRun;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner of MUnit suites finds what is wrong, and says where. */
class MunitRunnerTest {

  private static final MuleProject NO_APPLICATION = new MuleProject("none", Optional.empty(), List.of(), List.of(), List.of(), List.of());

  @Test
  void eachFailureNamesItsLine() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("passes", "passed");
    expected.put("wrong-equals", "37: The greeting: expected 'Goodbye', but it is 'Hello'");
    expected.put("wrong-that", "46: expected a text with 'bye', but it is 'Hello'");
    expected.put("not-a-matcher", "52: 'is' needs a matcher such as #[MunitTools::equalTo('x')], not Hello");
    expected.put("mock-that-never-matches", "72: logger with {doc:name=Log something else} was called 0 times, expected 1. "
        + "Called were: mule:flow-ref, mule:set-payload, mule:logger");
    expected.put("called-too-often", "86: mule:set-payload was called 2 times, expected at most 1. "
        + "Called were: mule:flow-ref, mule:set-payload, mule:logger, mule:flow-ref, mule:set-payload, mule:logger");
    expected.put("failed-spy", "99: expected 'Goodbye', but it is 'Hello'");
    expected.put("unexpected-error", "20: APP:BROKEN: It is broken");
    expected.put("another-error", "109: expected error MULE:CONNECTIVITY, but it is APP:BROKEN: It is broken");
    expected.put("no-error", "115: expected error APP:BROKEN, but there was none");
    expected.put("wrong-after-expected-error", "126: raise-error was called 1 times, expected 2. "
        + "Called were: mule:flow-ref, mule:raise-error");
    expected.put("nothing-stored", "132: No value is stored as 'nothing'");
    expected.put("nothing-queued", "138: Nothing came into queue 'default' within 10 MILLISECONDS");
    expected.put("unknown-error-type", "144: No error type APP:UNHEARD_OF");
    expected.replaceAll((name, message) -> message.equals("passed") ? message : "failing-tests.xml:" + message);

    assertEquals(lines(expected), lines(reports("failing-tests.xml")));
  }

  @Test
  void anExpressionThatTheEmbeddedLanguageDoesNotKnowFails() {
    List<Problem> problems = assertThrows(ApplicationStartException.class, () -> reports("unknown-expression.xml")).problems();

    assertEquals(List.of(16, 22), problems.stream().map(Problem::line).toList(), problems::toString);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "unknown-element.xml   | unknown-element.xml:15: Element munit:parameterizations isn't known here",
      "unknown-attribute.xml | unknown-attribute.xml:14: Attribute timeOut of munit:test isn't known",
      "no-suite.xml          | no-suite.xml has no munit:config, so MUnit wouldn't take it for a suite",
  })
  void whatMunitHasAndTheRunnerDoesNotIsRefused(String file, String message) {
    assertEquals(message, assertThrows(SuiteException.class, () -> suite(file)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "unknown-tool.xml           | unknown-tool.xml:17: the embedded Mule doesn't know <munit-tools:run-custom>",
      "unknown-tool-attribute.xml | unknown-tool-attribute.xml:17: <munit-tools:retrieve> has no attribute 'failIfNotPresent' here",
  })
  void whatMunitToolsHasAndTheRunnerDoesNotIsRefused(String file, String problem) {
    assertStarts("The application didn't start: " + problem,
                 assertThrows(ApplicationStartException.class, () -> reports(file)).getMessage());
  }

  /** @return how each test of a suite ends */
  private static Map<String, String> reports(String file) {
    MunitSuite suite = suite(file);
    Map<String, String> reports = new LinkedHashMap<>();
    try (SuiteRun run = SuiteRun.start(suite, NO_APPLICATION)) {
      suite.tests().forEach(test -> reports.put(test.name(), report(run, test)));
    }
    return reports;
  }

  private static String report(SuiteRun run, MunitTest test) {
    try {
      run.run(test);
      return "passed";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }

  private static MunitSuite suite(String file) {
    return MunitSuite.read(Path.of("src/test/resources/munit-failing", file));
  }

  private static String lines(Map<String, String> reports) {
    return String.join("\n", reports.entrySet().stream().map(Object::toString).toList());
  }

  private static void assertStarts(String start, String text) {
    assertTrue(text.startsWith(start), text);
  }
}
