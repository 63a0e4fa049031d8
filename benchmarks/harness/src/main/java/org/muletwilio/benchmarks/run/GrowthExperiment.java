package org.muletwilio.benchmarks.run;

import org.muletwilio.benchmarks.callback.CallbackFields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a callback costs more where there are many flows, many configs, or many callbacks before it. The connector's memory of
 * callbacks has a bound, which the warm-up fills; a million before tell whether it holds; with nothing remembered there is none.
 */
final class GrowthExperiment implements Experiment {

  private static final String NAME = "Growth";
  private static final String CONDITION = "message, 64 connections";
  private static final long FEW = 20_000;

  private final Programs programs;
  private final Options options;

  GrowthExperiment(Programs programs, Options options) {
    this.programs = programs;
    this.options = options;
  }

  @Override
  public void run(Results results) throws Exception {
    List<RunningProgram> running = new ArrayList<>();
    try {
      List<Intake> servers = new ArrayList<>();
      for (Map.Entry<Program, Long> connector : connectors().entrySet()) {
        long launch = System.nanoTime();
        RunningProgram server = RunningProgram.start(connector.getKey(), options.output().resolve("servers.log"));
        running.add(server);
        results.add(NAME, CONDITION, server.name(), "start s", (server.readyAt() - launch) / 1e9);
        Intake intake = new Intake(server);
        intake.send(connector.getValue());
        servers.add(intake);
      }
      for (int round = 0; round < options.rounds(); round++) {
        for (Intake server : servers) {
          server.flood(results, NAME, CONDITION, CallbackFields.MESSAGE, 64, options.time());
        }
      }
      for (RunningProgram server : running) {
        results.add(NAME, CONDITION, server.name(), "heap MB", server.usageAfterCollection().heap() / 1e6);
      }
    } finally {
      running.forEach(RunningProgram::close);
    }
  }

  /** @return what is measured, with how many callbacks come before: fewer to many flows, where each of them takes Mule long */
  private Map<Program, Long> connectors() {
    long few = Math.min(FEW, options.warmUp());
    Map<Program, Long> connectors = new LinkedHashMap<>();
    connectors.put(programs.connector("1 flow, 1 config", 1, 1, "SUPPRESS"), options.warmUp());
    connectors.put(programs.floor("1 flow, without the connector", 1), options.warmUp());
    connectors.put(programs.connector("100 flows", 100, 1, "SUPPRESS"), few);
    connectors.put(programs.floor("100 flows, without the connector", 100), few);
    connectors.put(programs.connector("10 configs", 1, 10, "SUPPRESS"), options.warmUp());
    if (!options.quick()) {
      connectors.put(programs.connector("100 configs", 1, 100, "SUPPRESS"), options.warmUp());
      connectors.put(programs.connector("a million callbacks before", 1, 1, "SUPPRESS"), 1_000_000L);
    }
    connectors.put(programs.connector("nothing remembered", 1, 1, "PASS"), options.warmUp());
    return connectors;
  }
}
