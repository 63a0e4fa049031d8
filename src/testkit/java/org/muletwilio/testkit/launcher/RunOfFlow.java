package org.muletwilio.testkit.launcher;

import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.option.Expectation;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.project.FlowNames;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.lang3.StringUtils;

/**
 * Runs a flow, lets a person write messages, waits for the callbacks, and prints a summary. It reports OK only for what it has
 * seen.
 */
final class RunOfFlow {

  private final String application;
  private final FlowNames flows;
  private final LauncherOptions options;
  private final Optional<TwilioSimulator> simulator;
  private final CallbackLog log;
  private final PrintStream out;

  RunOfFlow(String application, FlowNames flows, LauncherOptions options, Optional<TwilioSimulator> simulator, CallbackLog log,
            PrintStream out) {
    this.application = application;
    this.flows = flows;
    this.options = options;
    this.simulator = simulator;
    this.log = log;
    this.out = out;
  }

  /**
   * @param flow none where the messages alone are to start flows
   * @return whether all went as expected
   */
  boolean run(EmbeddedMule mule, Optional<FlowToRun> flow) throws InterruptedException {
    long start = System.nanoTime();
    if (flow.isPresent() && !succeeds(mule, flow.get())) {
      return false;
    }
    List<String> problems = simulator.map(this::write).orElse(new ArrayList<>());
    problems.addAll(problems());
    return print(flow.map(each -> each.name() + " ran, and ").orElse(""), problems, start);
  }

  private boolean succeeds(EmbeddedMule mule, FlowToRun flow) {
    String payload = options.payload().orElse(null);
    log.print("Running " + flow.name() + (payload == null ? "" : " with payload '" + payload + "'")
        + (flow.chosen() ? ": the only flow without a source that no other names" : ""));
    try {
      log.print(flow.name() + " ended with " + described(mule.run(flow.name(), payload).payload()));
      return true;
    } catch (FlowFailedException | IllegalArgumentException e) {
      out.println("FAILED " + application + ": " + flow.name() + " failed: " + e.getMessage());
      return false;
    }
  }

  /** @return the messages that Twilio had no address for */
  private List<String> write(TwilioSimulator twilio) {
    List<String> problems = new ArrayList<>();
    String from = SimulatedAccount.recipient(options);
    String to = options.properties().getOrDefault("twilio.from", SimulatedAccount.NUMBER);
    for (String text : options.messages()) {
      log.print(from + " writes '" + text + "'");
      try {
        twilio.receiveMessage(from, to, text);
      } catch (IllegalArgumentException e) {
        problems.add("'" + text + "' reached no flow: " + e.getMessage());
      }
    }
    return problems;
  }

  private List<String> problems() throws InterruptedException {
    Waiting waiting = new Waiting(log, simulator, options);
    Verdict verdict = new Verdict(log, simulator, flows, simulator.isPresent() ? options.messages().size() : 0);
    List<Expectation> expectations = options.expectations();
    List<String> missing;
    if (expectations.isEmpty()) {
      waiting.awaitAll(() -> verdict.missing().isEmpty());
      missing = verdict.missing();
    } else {
      missing = waiting.awaitExpected(expectations);
    }
    List<String> problems = new ArrayList<>();
    if (!missing.isEmpty()) {
      problems.add("still missing is " + String.join(", ", missing));
    }
    problems.addAll(verdict.failures());
    return problems;
  }

  private boolean print(String ran, List<String> problems, long start) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    String came = ran + log.summary() + " came in " + seconds + " s";
    if (problems.isEmpty()) {
      out.println("OK " + application + ": " + came);
      return true;
    }
    out.println("FAILED " + application + ": " + came);
    problems.forEach(problem -> out.println("  " + problem));
    return false;
  }

  private static String described(Object payload) {
    if (payload instanceof Call call) {
      return "call " + call.getSid() + " " + call.getStatus();
    }
    return payload instanceof Message message ? "message " + message.getSid() + " " + message.getStatus()
        : "payload " + StringUtils.abbreviate(String.valueOf(payload), 200);
  }
}
