package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.core.api.el.ExpressionManager;

import org.muletwilio.testkit.check.Problem;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.Parameterization;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.store.PersistentStores;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A suite with the application that it tests, on the embedded Mule and a Twilio simulator. As with MUnit, one application serves
 * all tests of a suite. A test that is wrong as it is written is left out of the application, and fails.
 */
public final class SuiteRun implements AutoCloseable {

  private static final String NOTHING_IGNORED = "false";

  private final MunitSuite suite;
  private final Map<String, List<String>> wrong;
  private final SuiteApplication application;
  private final EmbeddedMule mule;
  private final FlowRunner flows;

  private SuiteRun(MunitSuite suite, MuleProject project, Parameterization parameterization, Map<String, String> properties,
                   PersistentStores stores) {
    this.suite = suite;
    application = new SuiteApplication(project, parameterization, properties, stores);
    try {
      SuiteStart start = new SuiteStart(suite, application);
      mule = start.start();
      wrong = start.wrong();
      flows = new FlowRunner(mule);
    } catch (RuntimeException | Error e) {
      application.close();
      throw e;
    }
  }

  /**
   * Starts the application and runs what the suite has before its tests.
   *
   * @throws AssertionError if that fails
   * @throws ApplicationStartException if something is wrong outside of the tests
   */
  public static SuiteRun start(MunitSuite suite, MuleProject project) {
    return start(suite, project, Parameterization.NONE, Map.of(), PersistentStores.inFolders());
  }

  /**
   * Starts the application and runs what the suite has before its tests.
   *
   * @param parameterization the values that the tests run with
   * @param properties the application's, before all others
   * @param stores where the application keeps what is persistent
   * @throws AssertionError if that fails
   * @throws ApplicationStartException if something is wrong outside of the tests
   */
  public static SuiteRun start(MunitSuite suite, MuleProject project, Parameterization parameterization,
                               Map<String, String> properties, PersistentStores stores) {
    if (!suite.problems().isEmpty()) {
      throw new AssertionError(suite.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    SuiteRun run = new SuiteRun(suite, project, parameterization, properties, stores);
    try {
      run.application.routeCallbacks(suite, run.mule);
      suite.hooks("before-suite").forEach(hook -> run.flows.run(hook, InputEvent.create()));
      return run;
    } catch (RuntimeException | Error e) {
      run.close();
      throw e;
    }
  }

  /** @return why a test isn't to be run, if it isn't */
  public Optional<String> reasonToIgnore(TestDefinition test) {
    if (test.ignore().equals(NOTHING_IGNORED)) {
      return Optional.empty();
    }
    boolean ignored = test.ignore().startsWith("#[")
        ? Boolean.TRUE.equals(mule.lookup(ExpressionManager.class).evaluate(test.ignore()).getValue())
        : Boolean.parseBoolean(test.ignore());
    return ignored ? Optional.of("ignore is " + test.ignore()) : Optional.empty();
  }

  /**
   * @throws AssertionError if the test fails, with the file and line of what failed
   */
  public synchronized void run(TestDefinition test) {
    if (wrong.containsKey(test.name())) {
      throw new AssertionError(String.join("\n", wrong.get(test.name())));
    }
    application.clear();
    InputEvent event = InputEvent.create();
    for (String hook : suite.hooks("before-test")) {
      event = flows.run(hook, event).input();
    }
    try (FlowSources sources = FlowSources.start(test, mule)) {
      new TestRun(test, flows).run(event);
    } finally {
      application.clear();
      for (String hook : suite.hooks("after-test")) {
        flows.run(hook, event);
      }
    }
  }

  /**
   * Runs what the suite has after its tests, and ends the application. No callback comes any more then.
   */
  @Override
  public void close() {
    try (SuiteApplication ending = application; EmbeddedMule stopping = mule) {
      try {
        ending.stopSending();
        suite.hooks("after-suite").forEach(hook -> flows.run(hook, InputEvent.create()));
      } finally {
        ending.endWaits();
      }
    }
  }
}
