package org.muletwilio.benchmarks.run;

import static java.util.Locale.ROOT;

import org.muletwilio.benchmarks.callback.CallbackFields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the connector promises, as ratios of one run. */
final class Targets {

  private static final String CONNECTOR = "connector";
  private static final String FLOW = "HTTP service, runs the flow";
  private static final Set<String> FLOORS = Set.of(CONNECTOR, Programs.SOURCE, FLOW, "HTTP service, answers 204",
      "HTTP service, reads the body, runs the flow");

  private final Results results;
  private final List<String> lines = new ArrayList<>();

  private Targets(Results results) {
    this.results = results;
  }

  /** @return a table in Markdown of those that the run measured */
  static String of(Results results) {
    Targets targets = new Targets(results);
    for (CallbackFields fields : CallbackFields.values()) {
      targets.intake(IntakeExperiment.condition(fields, "64 connections"));
    }
    for (String fields : List.of("message", "call", "message without SHA instructions", "call without SHA instructions")) {
      targets.part(fields, "signature / bare HMAC", "signature", "bare HMAC", false, 1.3);
      targets.part(fields, "SDK's validator / signature", "SDK's validator", "signature", true, 3);
    }
    for (String senders : List.of("1 sender", "16 senders")) {
      targets.ratio("outbound, " + senders + ": connector / SDK", OutboundExperiment.NAME, senders,
                    OutboundExperiment.PER_SECOND, CONNECTOR, "Twilio SDK, stock client", true, 1);
      targets.ratio("outbound, " + senders + ": connector / floor with the flow", OutboundExperiment.NAME, senders,
            OutboundExperiment.PER_SECOND, CONNECTOR, Programs.OPERATION, true, 0.85);
      targets.ratio("CPU, " + senders + ": twilio:request / send-message", OutboundExperiment.NAME, senders,
                    OutboundExperiment.CPU, Programs.REQUEST, CONNECTOR, false, 1.10);
    }
    return targets.lines.isEmpty() ? ""
        : "\n### Targets\n\n| | measured | target | |\n|---|---:|---:|---|\n" + String.join("", targets.lines);
  }

  private void intake(String condition) {
    ratio("intake, " + condition + ": connector / floor with the flow", "Intake", condition, Intake.PER_SECOND, CONNECTOR, FLOW,
          true, 0.85);
    ratio("intake, " + condition + ": flow with a source / flow by its name", "Intake", condition, Intake.PER_SECOND,
          Programs.SOURCE, CONNECTOR, true, 0.90);
    ratio("CPU, " + condition + ": flow with a source / flow by its name", "Intake", condition, Intake.CPU, Programs.SOURCE,
          CONNECTOR, false, 1.10);
    Set<String> peers = results.figures().keySet().stream()
        .filter(key -> key.condition().equals(condition) && !FLOORS.contains(key.subject())).map(Results.Key::subject)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    for (String peer : peers) {
      ratio("intake, " + condition + ": connector / " + peer, "Intake", condition, Intake.PER_SECOND, CONNECTOR, peer, true, 1);
      ratio("p99, " + condition + ": connector / " + peer, "Intake", condition, Intake.P99, CONNECTOR, peer, false, 1);
    }
  }

  private void part(String fields, String what, String one, String other, boolean atLeast, double target) {
    ratio(what + ", " + fields, PartsExperiment.NAME, fields, PartsExperiment.NANOS, one, other, atLeast, target);
  }

  private void ratio(String what, String experiment, String condition, String metric, String one, String other, boolean atLeast,
                     double target) {
    Optional<Figure> upper = results.figure(experiment, condition, one, metric);
    Optional<Figure> lower = results.figure(experiment, condition, other, metric);
    if (upper.isPresent() && lower.isPresent()) {
      double ratio = upper.get().median() / lower.get().median();
      boolean met = atLeast ? ratio >= target : ratio <= target;
      lines.add(String.format(ROOT, "| %s | %.2f | %s %.2f | %s |%n", what, ratio, atLeast ? "≥" : "≤", target, met ? "met"
          : "missed"));
    }
  }
}
