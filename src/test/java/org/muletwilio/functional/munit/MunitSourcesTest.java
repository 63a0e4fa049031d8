package org.muletwilio.functional.munit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.muletwilio.testkit.munit.SuiteRun;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.project.MuleProject;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A flow with a source, tested by calling it, and by a message that the simulator brings in, as the documentation shows. */
class MunitSourcesTest {

  @TestFactory
  Stream<DynamicTest> sources() {
    MuleProject project = MuleProject.at(Path.of("src/test/resources/munit-sources"));
    MunitSuite suite = MunitSuite.read(project.suites().get(0));
    return suite.tests().stream().map(test -> dynamicTest(test.name(), () -> {
      try (SuiteRun run = SuiteRun.start(suite, project)) {
        run.run(test);
      }
    }));
  }
}
