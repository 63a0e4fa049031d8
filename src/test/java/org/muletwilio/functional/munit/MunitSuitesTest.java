package org.muletwilio.functional.munit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.munit.SuiteRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The MUnit suites of the connector and of the examples, test by test, on the embedded Mule and the simulator. */
class MunitSuitesTest {

  private final List<StartedSuite> started = new ArrayList<>();

  @TestFactory
  Stream<DynamicNode> connector() {
    return suitesOf(MuleProject.at(Path.of("")));
  }

  @TestFactory
  Stream<DynamicNode> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList().stream()
          .map(folder -> dynamicContainer(folder.getFileName().toString(), suitesOf(MuleProject.at(folder))));
    }
  }

  @AfterEach
  void close() {
    started.forEach(StartedSuite::close);
  }

  private Stream<DynamicNode> suitesOf(MuleProject project) {
    assertFalse(project.suites().isEmpty(), () -> project.name() + " has no suites");
    return project.suites().stream().map(file -> {
      MunitSuite suite = MunitSuite.read(file);
      StartedSuite run = new StartedSuite(suite, project);
      started.add(run);
      return dynamicContainer(suite.name(), suite.tests().stream().map(test -> dynamicTest(test.name(), () -> run.run(test))));
    });
  }

  /** Starts with its first test and ends with its last. */
  private static final class StartedSuite {

    private final MunitSuite suite;
    private final MuleProject project;
    private final AtomicInteger left;
    private SuiteRun run;

    StartedSuite(MunitSuite suite, MuleProject project) {
      this.suite = suite;
      this.project = project;
      left = new AtomicInteger(suite.tests().size());
    }

    synchronized void run(TestDefinition test) {
      try {
        assumeFalse(test.ignore().equals("true"), "The test is ignored");
        if (run == null) {
          run = SuiteRun.start(suite, project);
        }
        run.run(test);
      } finally {
        if (left.decrementAndGet() == 0) {
          close();
        }
      }
    }

    synchronized void close() {
      if (run != null) {
        run.close();
        run = null;
      }
    }
  }
}
