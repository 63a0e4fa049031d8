package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.munit.MunitProject;
import org.muletwilio.testkit.munit.MunitSuite;
import org.muletwilio.testkit.munit.SuiteRun;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The runner of MUnit suites finds what is wrong, and says where. */
class MunitRunnerTest {

  private static final Path FOLDER = Path.of("src/test/resources/munit-failing");
  private static final MunitProject NO_APPLICATION = new MunitProject("none", List.of(), List.of(), List.of(), Map.of());

  @Test
  void eachFailureNamesItsLine() {
    Map<String, String> failures = new LinkedHashMap<>();
    MunitSuite suite = MunitSuite.read(FOLDER.resolve("failing-tests.xml"));
    try (SuiteRun run = SuiteRun.start(suite, NO_APPLICATION)) {
      suite.tests().forEach(test -> {
        if (test.name().equals("passes")) {
          assertDoesNotThrow(() -> run.run(test));
        } else {
          failures.put(test.name(), assertThrows(AssertionError.class, () -> run.run(test), test.name()).getMessage());
        }
      });
    }
    failures.forEach((k,v) -> System.out.println(k + " => " + v));
  }
}
