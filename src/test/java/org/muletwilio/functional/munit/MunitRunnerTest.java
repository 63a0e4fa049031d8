package org.muletwilio.functional.munit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.munit.suite.SuiteException;
import org.muletwilio.testkit.munit.SuiteRun;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** The runner of MUnit suites finds what is wrong, and says where. */
class MunitRunnerTest {

  private static final MuleProject NO_APPLICATION = new MuleProject("none", Optional.empty(), List.of(), List.of(), List.of(),
      List.of());

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
        + "Called were: 2 times mule:flow-ref, 2 times mule:set-payload, 2 times mule:logger");
    expected.put("failed-spy", "99: expected 'Goodbye', but it is 'Hello'");
    expected.put("unexpected-error", "20: APP:BROKEN: It is broken");
    expected.put("another-error", "109: expected error MULE:CONNECTIVITY, but it is APP:BROKEN: It is broken");
    expected.put("no-error", "115: expected error APP:BROKEN, but there was none");
    expected.put("wrong-after-expected-error", "126: raise-error was called 1 times, expected 2. "
        + "Called were: mule:flow-ref, mule:raise-error");
    expected.put("nothing-stored", "132: No value is stored as 'nothing'");
    expected.put("nothing-queued", "138: Nothing came into queue 'default' within 10 MILLISECONDS");
    expected.put("unknown-error-type", "144: No error type APP:UNHEARD_OF");
    expected.put("mocks-a-logger", "157: MUnit doesn't mock mule:logger");
    expected.put("too-slow", "161: The test still runs after 50 ms");
    expected.put("another-description", "167: expected an error with 'It is fine', but it is APP:BROKEN: It is broken");
    expected.put("another-exception", "173: expected java.io.IOException, but it is APP:BROKEN: It is broken");
    expected.put("no-such-source", "179: the source can't be started: The flow 'greet' has no source");
    expected.put("no-such-class", "187: The class org.example.Missing isn't in src/test/java of the project");
    expected.put("no-such-resource", "193: Nothing on the class path is named missing.json");
    expected.put("two-counts", "199: verify-call takes one of times, atLeast and atMost");
    expected.put("a-failed-assertion-is-no-expected-error", "203: expected error ANY, but it is No");
    expected.replaceAll((name, message) -> message.equals("passed") ? message : "failing-tests.xml:" + message);

    assertEquals(lines(expected), lines(reports("failing-tests.xml")));
  }

  /** Each test fails for what is wrong with it, and no other does. */
  @Test
  void anUnknownWordFailsItsOwnTest() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("passes", "passed");
    expected.put("has-an-unknown-element", "22: <munit:parameterizations> isn't known here");
    expected.put("has-an-unknown-attribute", "28: <munit:test> has no attribute 'timeout' that the MUnit runner knows");
    expected.put("has-a-wrong-attribute", "34: timeOut is '1s': it is a number of milliseconds");
    expected.put("has-an-unknown-tool", "43: the embedded Mule doesn't know <munit-tools:run-script>");
    expected.put("has-an-unknown-attribute-of-a-tool",
                 "49: <munit-tools:retrieve> has no attribute 'failIfNotPresent' here: the embedded Mule doesn't know it");
    expected.put("uses-more-of-dataweave",
                 "56: <set-payload>: Namespaces aren't known to the embedded expression language, at \"#name\"");
    expected.put("uses-an-unknown-matcher", "64: <munit-tools:assert-that>: the function MunitTools::isPalindrome isn't known to "
        + "the embedded expression language");
    expected.put("uses-an-unknown-matcher-of-dataweave",
                 "73: <munit-tools:that>: the function bePalindrome isn't known to the embedded expression language");
    String modules = "It knows ee, http, mule, munit, munit-tools, os, tls, twilio";
    expected.put("uses-an-unknown-module", "80: the embedded Mule doesn't know the module of <db:select>. " + modules);
    expected.put("uses-it-too", "86: the embedded Mule doesn't know the module of <db:insert>. " + modules);
    expected.put("calls-no-flow", "92: flow-ref at unknown-words.xml:92 is pointing to nothing which does not exist");
    expected.put("has-a-wrong-number", "96: Could not transform simple value 'once' to type 'Integer' in parameter 'times'");
    expected.put("passes-too", "passed");
    expected.replaceAll((name, message) -> message.equals("passed") ? message : "unknown-words.xml:" + message);

    assertEquals(lines(expected), lines(reports("unknown-words.xml")));
  }

  @Test
  void whatIsWrongOutsideOfTheTestsFailsThemAll() {
    String message = "wrong-suite.xml:12: <munit:config> has no attribute 'retries' that the MUnit runner knows\n"
        + "wrong-suite.xml:15: There is a <munit:before-test> already: MUnit takes one in each suite";

    assertEquals(message, assertThrows(AssertionError.class, () -> reports("wrong-suite.xml")).getMessage());
  }

  @Test
  void aFileWithoutConfigIsNoSuite() {
    assertEquals("no-suite.xml has no munit:config, so MUnit doesn't take it for a suite",
                 assertThrows(SuiteException.class, () -> suite("no-suite.xml")).getMessage());
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

  private static String report(SuiteRun run, TestDefinition test) {
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
}
