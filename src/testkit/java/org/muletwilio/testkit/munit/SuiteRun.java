package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.ConfigurationProperties;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.module.StandIns;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.munit.tools.MunitExtension;
import org.muletwilio.testkit.munit.tools.MunitToolsExtension;
import org.muletwilio.testkit.project.CallbackRoutes;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.tool.FreePort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * A suite with the application that it tests, on the embedded Mule and a Twilio simulator. As with MUnit, one application serves
 * all tests of a suite.
 */
public final class SuiteRun implements AutoCloseable {

  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final MunitSuite suite;
  private final Interceptions interceptions = new Interceptions();
  private final Storage storage = new Storage();
  private final TwilioSimulator simulator;
  private final EmbeddedMule mule;

  private SuiteRun(MunitSuite suite, MuleProject project) {
    this.suite = suite;
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).start();
    try {
      mule = application(project).start();
    } catch (RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  /**
   * Starts the application and runs what the suite has before its tests.
   *
   * @throws AssertionError if that fails
   */
  public static SuiteRun start(MunitSuite suite, MuleProject project) {
    SuiteRun run = new SuiteRun(suite, project);
    try {
      run.routeCallbacks(project);
      run.runHooks("before-suite");
      return run;
    } catch (RuntimeException | Error e) {
      run.close();
      throw e;
    }
  }

  /**
   * @throws AssertionError if the test fails, with the file and line of what failed
   */
  public synchronized void run(MunitTest test) {
    interceptions.clear();
    storage.clear();
    runHooks("before-test");
    try {
      run(test.flow(), test);
    } finally {
      interceptions.clear();
      runHooks("after-test");
    }
  }

  private void run(String flow, MunitTest test) {
    if (test.expectedErrorType().isEmpty()) {
      runFlow(flow);
      return;
    }
    String expected = test.expectedErrorType().get();
    try {
      mule.run(flow, null);
    } catch (FlowFailedException e) {
      if (!e.isOfType(expected) || ExceptionUtils.indexOfType(e, AssertionError.class) >= 0) {
        throw new AssertionError(test.location() + ": expected error " + expected + ", but it is " + reason(e), e);
      }
      if (test.hasValidation()) {
        runFlow(test.validationFlow());
      }
      return;
    }
    throw new AssertionError(test.location() + ": expected error " + expected + ", but there was none");
  }

  private void runHooks(String element) {
    suite.hooks(element).forEach(this::runFlow);
  }

  private void runFlow(String flow) {
    try {
      mule.run(flow, null);
    } catch (FlowFailedException e) {
      throw new AssertionError(location(flow) + reason(e), e);
    }
  }

  private static String reason(FlowFailedException failure) {
    return ExceptionUtils.getThrowableList(failure).stream().filter(AssertionError.class::isInstance).findFirst()
        .map(Throwable::getMessage).orElse(failure.getMessage());
  }

  /** Only what Mule notifies of knows the component that failed. */
  private String location(String flow) {
    mule.awaitRun(flow, FlowRun::failed, AT_ONCE);
    List<FlowRun> runs = mule.runs(flow);
    return runs.get(runs.size() - 1).failure().flatMap(FlowFailedException::location).map(location -> location + ": ").orElse("");
  }

  private EmbeddedMuleBuilder application(MuleProject project) {
    EmbeddedMuleBuilder builder = EmbeddedMule.builder()
        .checkOperations()
        .extension(MunitExtension.class)
        .extension(MunitToolsExtension.class)
        .registered("munitInterceptions", interceptions)
        .registered("munitStorage", storage)
        .registered("munitProcessorInterceptions", new ProcessorInterceptions(interceptions));
    StandIns.extensions().forEach(builder::extension);
    project.configs().forEach(builder::configFile);
    project.testResources().forEach(builder::resources);
    project.resources().forEach(builder::resources);
    suite.documents().forEach(builder::config);
    Map<String, String> properties = new LinkedHashMap<>(project.munitProperties());
    properties.put("twilio.baseUri", simulator.baseUri());
    properties.put("http.port", String.valueOf(FreePort.find()));
    properties.forEach(builder::property);
    return builder;
  }

  /** The public address has the port that the project names; the listener has a free one. */
  private void routeCallbacks(MuleProject project) {
    List<Path> files = new ArrayList<>(project.configs());
    files.add(suite.file());
    new CallbackRoutes(mule.lookup(ConfigurationProperties.class)::resolveStringProperty).in(files).forEach(simulator::route);
  }

  /**
   * Runs what the suite has after its tests, and ends the application. No callback comes any more then.
   */
  @Override
  public void close() {
    try (EmbeddedMule application = mule; TwilioSimulator twilio = simulator) {
      runHooks("after-suite");
    }
  }
}
