package org.muletwilio.testkit.launcher;

import org.mule.runtime.api.component.ConfigurationProperties;

import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.CallScript;
import org.muletwilio.simulator.CallbackAttempt;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.LauncherOptions.Mode;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.apache.commons.lang3.StringUtils;

/**
 * One run of an application: from its start over its flow and the callbacks to a summary.
 */
public final class Launch {

  private final LauncherOptions options;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final CallbackLog log;
  private final ApplicationFiles application;

  /**
   * @param environment the process's
   * @throws UsageException if no application is there
   */
  public Launch(LauncherOptions options, Map<String, String> environment, PrintStream out) {
    this.options = options;
    this.environment = environment;
    this.out = out;
    log = new CallbackLog(out);
    application = ApplicationFiles.at(options.application());
  }

  /**
   * @return whether all went as expected
   * @throws UsageException if something that the application or the environment must bring is missing
   */
  public boolean run() throws InterruptedException {
    if (!options.serve() && flow().isEmpty()) {
      throw new UsageException("Nothing to run: name a flow with --flow, or stay up with --serve");
    }
    if (options.mode() != Mode.SIMULATOR) {
      boolean live = options.mode() == Mode.LIVE;
      return run(live ? LiveAccount.properties(environment, options.properties()) : Map.of(), Optional.empty());
    }
    try (TwilioSimulator simulator = TwilioSimulator.builder().port(options.simulatorPort())
        .phoneNumber(SimulatedAccount.NUMBER).start()) {
      log.print("Twilio simulator on " + simulator.baseUri());
      application.call().ifPresent(does -> simulator.script().call(SimulatedAccount.RECIPIENT, CallScript.parse(does)));
      Map<String, String> account = SimulatedAccount.properties(simulator);
      if (options.tunnel().isEmpty()) {
        return run(account, Optional.of(simulator));
      }
      account.putAll(options.properties());
      try (TunnelledCallbacks tunnel = TunnelledCallbacks.start(options.tunnel().get(), account)) {
        log.print(tunnel.description());
        tunnel.route(simulator);
        account.putAll(tunnel.properties());
        return run(account, Optional.of(simulator));
      }
    }
  }

  private boolean run(Map<String, String> account, Optional<TwilioSimulator> simulator) throws InterruptedException {
    try (EmbeddedMule mule = start(account)) {
      log.print("Application " + application.name() + " has started");
      simulator.filter(twilio -> options.tunnel().isEmpty()).ifPresent(twilio -> routes(mule).forEach((address, local) -> {
        log.print("Callbacks to " + address + " lead to " + local);
        twilio.route(address, local);
      }));
      boolean succeeded = flow().isEmpty() || runFlow(mule, flow().get(), simulator);
      if (options.serve()) {
        log.print("Serving until stopped (Ctrl+C)");
        new CountDownLatch(1).await();
      }
      return succeeded;
    } catch (ApplicationStartException e) {
      out.println("FAILED " + application.name() + ": " + e.getMessage());
      return false;
    }
  }

  private EmbeddedMule start(Map<String, String> account) {
    EmbeddedMuleBuilder builder = EmbeddedMule.builder()
        .name(application.name())
        .resources(application.resources())
        .onFlowRun(log);
    application.configs().forEach(builder::configFile);
    Map<String, String> properties = new LinkedHashMap<>(account);
    properties.putAll(options.properties());
    properties.forEach(builder::property);
    return builder.start();
  }

  private Map<String, String> routes(EmbeddedMule mule) {
    ConfigurationProperties properties = mule.lookup(ConfigurationProperties.class);
    return new CallbackRoutes(properties::resolveStringProperty).in(application.configs());
  }

  private boolean runFlow(EmbeddedMule mule, String flow, Optional<TwilioSimulator> simulator) throws InterruptedException {
    long start = System.nanoTime();
    try {
      Object payload = options.payload().or(application::payload).orElse(null);
      log.print("Running " + flow + (payload == null ? "" : " with payload '" + payload + "'"));
      log.print(flow + " ended with " + described(mule.run(flow, payload).payload()));
      simulator.ifPresent(this::writeBack);
    } catch (FlowFailedException | IllegalArgumentException e) {
      out.println("FAILED " + application.name() + ": " + flow + " failed: " + e.getMessage());
      return false;
    }
    List<Expectation> expectations = options.expectations().isEmpty() ? application.expectations() : options.expectations();
    List<String> missing = log.awaitAll(expectations, options.timeout());
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    if (missing.isEmpty()) {
      out.println("OK " + application.name() + ": " + flow + " ran, and in " + seconds + " s there came " + log.summary());
      return true;
    }
    out.println("FAILED " + application.name() + ": after " + seconds + " s there is still missing " + String.join(", ", missing)
        + "; there came " + log.summary());
    log.failures().forEach(failure -> out.println("  " + failure));
    simulator.ifPresent(twilio -> twilio.callbacks().stream().filter(attempt -> !attempt.successful())
        .forEach(attempt -> out.println("  " + described(attempt))));
    return false;
  }

  private void writeBack(TwilioSimulator simulator) {
    for (String text : application.messages()) {
      log.print(SimulatedAccount.RECIPIENT + " writes '" + text + "'");
      simulator.receiveMessage(SimulatedAccount.RECIPIENT, SimulatedAccount.NUMBER, text);
    }
  }

  private Optional<String> flow() {
    return options.serve() ? options.flow() : options.flow().or(application::flow);
  }

  private static String described(Object payload) {
    if (payload instanceof Call call) {
      return "call " + call.getSid() + " " + call.getStatus();
    }
    return payload instanceof Message message ? "message " + message.getSid() + " " + message.getStatus()
        : "payload " + StringUtils.abbreviate(String.valueOf(payload), 200);
  }

  private static String described(CallbackAttempt attempt) {
    return "Twilio sent " + attempt.kind() + " to " + attempt.signedUrl() + " and got "
        + attempt.failure().orElseGet(() -> String.valueOf(attempt.status()));
  }
}
