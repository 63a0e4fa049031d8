package org.muletwilio.testkit.munit;

import org.mule.runtime.api.meta.MuleVersion;

import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.RunInterruptedException;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.Parameterization;
import org.muletwilio.testkit.munit.suite.SuiteException;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.store.PersistentStores;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** Runs the suites of a project, one after the other. What is wrong with one of them doesn't keep the others from running. */
public final class MunitRunner {

  private final MuleProject project;
  private final MunitOptions options;
  private final MunitReport report;
  private final PersistentStores stores;

  public MunitRunner(MuleProject project, MunitOptions options, MunitReport report) {
    this(project, options, report, PersistentStores.inFolders());
  }

  /** @param stores where the applications under test keep what is persistent */
  public MunitRunner(MuleProject project, MunitOptions options, MunitReport report, PersistentStores stores) {
    this.stores = stores;
    this.project = project;
    this.options = options;
    this.report = report;
  }

  /**
   * @return whether no test failed
   * @throws UsageException if there is no test to run
   */
  public boolean run() {
    if (project.suites().isEmpty()) {
      throw new UsageException("No MUnit suite is in src/test/munit of " + project.name());
    }
    project.suites().forEach(this::run);
    if (report.results().isEmpty()) {
      throw new UsageException("No test of " + project.name() + " matches");
    }
    boolean succeeded = report.end(project.name());
    options.reports().ifPresent(this::writeReports);
    return succeeded;
  }

  private void writeReports(Path folder) {
    try {
      new SurefireReports(folder).write(report.results());
    } catch (IOException e) {
      report.note("The reports can't be written to " + folder + ": " + e);
    }
  }

  private void run(Path file) {
    String name = file.getFileName().toString();
    MunitSuite suite;
    try {
      suite = MunitSuite.read(file);
    } catch (SuiteException e) {
      if (e.isOfOtherFile()) {
        report.note(e.getMessage());
      } else {
        report.startSuite(name);
        report.add(TestResult.failed(name, "", e.getMessage(), Duration.ZERO));
      }
      return;
    }
    List<TestDefinition> tests = suite.tests().stream().filter(options::take).toList();
    if (options.take(suite) && !tests.isEmpty()) {
      report.startSuite(name);
      run(suite, tests);
    }
  }

  private void run(MunitSuite suite, List<TestDefinition> tests) {
    Optional<String> ignored = reasonToIgnore(suite);
    if (ignored.isPresent()) {
      tests.forEach(test -> report.add(TestResult.ignored(suite.name(), test.name(), ignored.get())));
      return;
    }
    try {
      suite.parameterizations(project.testResources()).forEach(each -> run(suite, tests, each));
    } catch (SuiteException e) {
      failAll(suite, tests, Parameterization.NONE, e.getMessage());
    }
  }

  private static Optional<String> reasonToIgnore(MunitSuite suite) {
    MuleVersion version = EmbeddedMule.version();
    return suite.settings().ignored() ? Optional.of("the suite is ignored")
        : suite.settings().minMuleVersion().filter(version::priorTo)
            .map(least -> "the suite needs Mule " + least + ", and the embedded Mule is " + version);
  }

  private void run(MunitSuite suite, List<TestDefinition> tests, Parameterization parameterization) {
    if (tests.stream().allMatch(test -> test.ignore().equals("true"))) {
      tests.forEach(test -> report.add(TestResult.ignored(suite.name(), parameterization.nameOf(test), "ignore is true")));
      return;
    }
    try (SuiteRun run = SuiteRun.start(suite, project, parameterization, options.properties(), stores)) {
      tests.forEach(test -> report.add(result(suite, run, test, parameterization.nameOf(test))));
    } catch (ApplicationStartException | AssertionError | UsageException e) {
      failAll(suite, tests, parameterization, e.getMessage());
    }
  }

  private static TestResult result(MunitSuite suite, SuiteRun run, TestDefinition test, String name) {
    long start = System.nanoTime();
    try {
      Optional<String> ignored = run.reasonToIgnore(test);
      if (ignored.isPresent()) {
        return TestResult.ignored(suite.name(), name, ignored.get());
      }
      run.run(test);
      return TestResult.passed(suite.name(), name, since(start));
    } catch (AssertionError e) {
      return TestResult.failed(suite.name(), name, e.getMessage(), since(start));
    } catch (RunInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      return TestResult.failed(suite.name(), name, test.location() + ": " + ExceptionUtils.getRootCauseMessage(e), since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The first of them says why. */
  private void failAll(MunitSuite suite, List<TestDefinition> tests, Parameterization parameterization, String message) {
    for (TestDefinition test : tests) {
      report.add(TestResult.failed(suite.name(), parameterization.nameOf(test), test == tests.get(0) ? message
          : "as the first test of the suite", Duration.ZERO));
    }
  }
}
