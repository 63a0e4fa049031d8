package org.muletwilio.functional.munit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.munit.MunitOptions;
import org.muletwilio.testkit.munit.MunitReport;
import org.muletwilio.testkit.munit.MunitRunner;
import org.muletwilio.testkit.munit.TestResult;
import org.muletwilio.testkit.munit.TestResult.Outcome;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.project.UsageException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** A project whose suites use each word of MUnit's that the runner knows; {@code MunitDocumentationTest} holds that they do. */
@ExpectedErrors({"OnErrorPropagateHandler", "OnErrorContinueHandler", "OnCriticalErrorHandler"})
class MunitVocabularyTest {

  private static final Path PROJECT = Path.of("src/test/resources/munit-vocabulary");
  private static final Set<String> IGNORED =
      Set.of("ignored", "ignored-on-an-old-mule", "of-an-ignored-suite", "of-a-suite-for-a-newer-mule");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MunitReport report = new MunitReport(new PrintStream(out));

  /** Tests whose names end with "fails" give a matcher what doesn't match. */
  @Test
  void eachTestEndsAsItMust() {
    boolean succeeded = run(Optional.empty(), Optional.empty());

    List<String> wrong = report.results().stream().filter(result -> result.outcome() != expected(result)).map(Object::toString)
        .toList();
    assertEquals(List.of(), wrong);
    assertFalse(succeeded, "tests failed");
    report.results().stream().filter(result -> result.outcome() == Outcome.FAILED)
        .forEach(result -> assertTrue(result.message().startsWith(result.suite() + ":"), result::message));
    assertEquals(List.of("doubles [one]", "doubles [three]"), names("parameterized-suite.xml"));
  }

  private static Outcome expected(TestResult result) {
    return result.test().endsWith("-fails") ? Outcome.FAILED : IGNORED.contains(result.test()) ? Outcome.IGNORED : Outcome.PASSED;
  }

  @Test
  void runsTheTestsThatAreChosen() {
    assertTrue(run(Optional.of("test-.*#.*"), Optional.of("fast,other")));

    assertEquals(List.of("expects-a-type"), report.results().stream().map(TestResult::test).toList());
    assertTrue(out.toString().contains("test-suite.xml\n  passed expects-a-type ("), out::toString);
    assertTrue(out.toString().contains("OK munit-vocabulary: 1 tests, 1 passed, 0 failed, 0 ignored, in "), out::toString);
  }

  @Test
  void saysThatNothingIsThereToRun() {
    assertEquals("No MUnit suite is in src/test/munit of munit-failing", assertThrows(UsageException.class, () -> new MunitRunner(
        new MuleProject("munit-failing", Optional.empty(), List.of(), List.of(), List.of(), List.of()),
        MunitOptions.of(Optional.empty(), Optional.empty(), Map.of()), report).run()).getMessage());
    assertEquals("No test of munit-vocabulary matches",
                 assertThrows(UsageException.class, () -> run(Optional.of("nothing"), Optional.empty())).getMessage());
    assertThrows(UsageException.class, () -> MunitOptions.of(Optional.of("("), Optional.empty(), Map.of()));
  }

  private boolean run(Optional<String> chosen, Optional<String> tags) {
    return new MunitRunner(MuleProject.at(PROJECT), MunitOptions.of(chosen, tags, Map.of()), report).run();
  }

  private List<String> names(String suite) {
    return report.results().stream().filter(result -> result.suite().equals(suite)).map(TestResult::test)
        .collect(Collectors.toList());
  }
}
