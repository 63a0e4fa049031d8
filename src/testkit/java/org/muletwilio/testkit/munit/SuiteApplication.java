package org.muletwilio.testkit.munit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mule.runtime.api.deployment.management.ComponentInitialStateManager.SERVICE_ID;

import org.mule.runtime.api.component.ConfigurationProperties;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.check.DocumentationAttributes;
import org.muletwilio.testkit.module.StandIns;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.munit.interception.Interceptions;
import org.muletwilio.testkit.munit.interception.ProcessorInterceptions;
import org.muletwilio.testkit.munit.matcher.Asserts;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.Parameterization;
import org.muletwilio.testkit.munit.tools.KnownErrors;
import org.muletwilio.testkit.munit.tools.MunitExtension;
import org.muletwilio.testkit.munit.tools.MunitToolsExtension;
import org.muletwilio.testkit.munit.tools.Storage;
import org.muletwilio.testkit.project.CallbackRoutes;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.store.PersistentStores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands around a suite: the application under test, the simulator that it talks to, and what tests keep. */
final class SuiteApplication implements AutoCloseable {

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  /** No two suites share what they keep. */
  private final String name = "munit-" + UUID.randomUUID();
  private final MuleProject project;
  private final PersistentStores stores;
  private final Parameterization parameterization;
  private final Map<String, String> given;
  private final Interceptions interceptions = new Interceptions();
  private final Storage storage = new Storage();
  private final TemporaryDirectory temporary = new TemporaryDirectory();
  private final TwilioSimulator simulator;

  /**
   * @param properties the application's, before all others
   * @param stores where it keeps what is persistent
   */
  SuiteApplication(MuleProject project, Parameterization parameterization, Map<String, String> properties,
                   PersistentStores stores) {
    this.stores = stores;
    this.project = project;
    this.parameterization = parameterization;
    given = properties;
    simulator = TwilioSimulator.builder().phoneNumber(SuiteProperties.sender(project, properties))
        .pace(Duration.ofMillis(10)).start();
  }

  /**
   * @throws org.muletwilio.testkit.mule.ApplicationStartException if the application refuses to start
   */
  EmbeddedMule start(MunitSuite suite) {
    DocumentationAttributes documentation = new DocumentationAttributes();
    project.configs().forEach(file -> documentation.add(file.getFileName().toString(), content(file)));
    suite.documents().forEach((name, xml) -> documentation.add(name, xml.getBytes(UTF_8)));
    EmbeddedMuleBuilder builder = EmbeddedMule.builder()
        .checkOperations()
        .extension(MunitExtension.class)
        .extension(MunitToolsExtension.class)
        .library(Asserts.library())
        .registered("munitInterceptions", interceptions)
        .registered("munitStorage", storage)
        .registered("munitErrors", new KnownErrors())
        .registered("munitProcessorInterceptions", new ProcessorInterceptions(interceptions, documentation))
        .replacing(SERVICE_ID, new FlowSources.NoneAtStart());
    stores.addTo(builder, name);
    StandIns.extensions().forEach(builder::extension);
    project.configs().forEach(builder::configFile);
    JavaClasses.of(project, suite, temporary).ifPresent(builder::resources);
    project.testResources().forEach(builder::resources);
    project.resources().forEach(builder::resources);
    suite.documents().forEach(builder::config);
    SuiteProperties properties = new SuiteProperties(project, simulator);
    properties.of(suite, parameterization, temporary, given).forEach(builder::property);
    return builder.start();
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public address has the port that the project names; the listener has a free one. */
  void routeCallbacks(MunitSuite suite, EmbeddedMule mule) {
    List<Path> files = new ArrayList<>(project.configs());
    files.add(suite.file());
    new CallbackRoutes(mule.lookup(ConfigurationProperties.class)::resolveStringProperty).in(files).forEach(simulator::route);
  }

  /** Nothing of a test is left for the next one. */
  void clear() {
    interceptions.clear();
    storage.clear();
    temporary.clear();
  }

  /** Lets the simulator end before the application does. */
  void stopSending() {
    try {
      simulator.stopSending(LAST_ANSWERS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No operation of a test waits any longer. */
  void endWaits() {
    storage.end();
  }

  @Override
  public void close() {
    simulator.close();
    temporary.close();
    stores.clear(name);
  }
}
