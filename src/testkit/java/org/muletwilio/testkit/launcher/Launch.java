package org.muletwilio.testkit.launcher;

import org.mule.runtime.api.component.ConfigurationProperties;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.option.DemoFile;
import org.muletwilio.testkit.launcher.option.LauncherOption;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.launcher.option.LauncherOptions.Mode;
import org.muletwilio.testkit.module.StandIns;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.munit.MunitOptions;
import org.muletwilio.testkit.munit.MunitReport;
import org.muletwilio.testkit.munit.MunitRunner;
import org.muletwilio.testkit.project.CallbackRoutes;
import org.muletwilio.testkit.project.HttpListeners;
import org.muletwilio.testkit.project.FlowNames;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.store.PersistentStores;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * One run of an application: its start, its flow, the callbacks and a summary.
 */
public final class Launch {

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  private final LauncherOptions options;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final CallbackLog log;
  private final MuleProject application;

  /**
   * @param environment the process's
   * @throws UsageException if there is no application, or a setting of its example is wrong
   */
  public Launch(LauncherOptions options, Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
    application = MuleProject.at(options.application());
    this.options = options.orElse(application.folder().map(DemoFile::in).orElse(Map.of()));
    log = new CallbackLog(out, options.verbose());
  }

  /**
   * @return whether all went as expected
   * @throws UsageException if something that the application or the environment must bring is missing
   */
  public boolean run() throws InterruptedException {
    try (PersistentStores stores = stores()) {
      return options.munit().isPresent() ? runSuites(options.munit().get(), stores) : run(stores);
    }
  }

  private PersistentStores stores() {
    try {
      return PersistentStores.of(options.redis());
    } catch (IllegalArgumentException e) {
      throw new UsageException(LauncherOption.REDIS.option() + ": " + e.getMessage());
    }
  }

  private boolean runSuites(MunitOptions munit, PersistentStores stores) {
    Optional<Path> reports = options.reports()
        .or(() -> application.folder().map(folder -> folder.resolve("target/surefire-reports")));
    return new MunitRunner(application, reports.map(munit::reportsIn).orElse(munit), new MunitReport(out), stores).run();
  }

  private boolean run(PersistentStores stores) throws InterruptedException {
    if (options.mode() != Mode.SIMULATOR) {
      boolean live = options.mode() == Mode.LIVE;
      return run(stores, live ? LiveAccount.properties(environment, options.properties()) : Map.of(), Optional.empty());
    }
    try (TwilioSimulator simulator = SimulatedAccount.start(options)) {
      log.print("Twilio simulator on " + simulator.baseUri());
      Map<String, String> account = SimulatedAccount.properties(simulator);
      if (options.tunnel().isEmpty()) {
        return run(stores, account, Optional.of(simulator));
      }
      account.putAll(options.properties());
      try (TunnelledCallbacks tunnel = TunnelledCallbacks.start(options.tunnel().get(), account)) {
        log.print(tunnel.description());
        tunnel.route(simulator);
        account.putAll(tunnel.properties());
        return run(stores, account, Optional.of(simulator));
      }
    }
  }

  private boolean run(PersistentStores stores, Map<String, String> account, Optional<TwilioSimulator> simulator)
      throws InterruptedException {
    FlowNames flows = FlowNames.in(application.configs());
    try (EmbeddedMule mule = start(stores, account)) {
      log.print("Application " + application.name() + " has started");
      listeners(mule).forEach((config, address) -> log.print("HTTP listener config '" + config + "' listens on " + address));
      simulator.filter(twilio -> options.tunnel().isEmpty()).ifPresent(twilio -> routes(mule).forEach((address, local) -> {
        log.print("Callbacks to " + address + " lead to " + local);
        twilio.route(address, local);
      }));
      try {
        return run(mule, flows, simulator);
      } finally {
        // A callback that meets a server which is stopping makes Mule's HTTP service fill the log
        if (simulator.isPresent()) {
          simulator.get().stopSending(LAST_ANSWERS);
        }
      }
    } catch (ApplicationStartException e) {
      out.println("FAILED " + application.name() + ": " + e.getMessage());
      return false;
    }
  }

  private boolean run(EmbeddedMule mule, FlowNames flows, Optional<TwilioSimulator> simulator) throws InterruptedException {
    Optional<FlowToRun> flow = FlowToRun.of(options.flow(), flows, mule.flowsWithSource(), options.serve(),
        simulator.isPresent() && !options.messages().isEmpty());
    boolean idle = flow.isEmpty() && (simulator.isEmpty() || options.messages().isEmpty());
    boolean succeeded = idle || new RunOfFlow(application.name(), flows, options, simulator, log, out).run(mule, flow);
    if (options.serve()) {
      log.print("Serving until stopped (Ctrl+C)");
      new CountDownLatch(1).await();
    }
    return succeeded;
  }

  private EmbeddedMule start(PersistentStores stores, Map<String, String> account) {
    EmbeddedMuleBuilder builder = EmbeddedMule.builder()
        .name(application.name())
        .checkOperations()
        .onFlowRun(log);
    stores.addTo(builder, application.name());
    StandIns.extensions().forEach(builder::extension);
    application.resources().forEach(builder::resources);
    application.configs().forEach(builder::configFile);
    Map<String, String> properties = new LinkedHashMap<>(account);
    properties.putAll(options.properties());
    properties.forEach(builder::property);
    return builder.start();
  }

  private Map<String, String> routes(EmbeddedMule mule) {
    return new CallbackRoutes(mule.lookup(ConfigurationProperties.class)::resolveStringProperty).in(application.configs());
  }

  private Map<String, String> listeners(EmbeddedMule mule) {
    return new HttpListeners(mule.lookup(ConfigurationProperties.class)::resolveStringProperty).in(application.configs());
  }
}
