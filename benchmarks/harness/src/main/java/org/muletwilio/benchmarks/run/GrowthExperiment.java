package org.muletwilio.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

import org.muletwilio.benchmarks.callback.CallbackFields;

/**
 * Whether a callback costs more where there are many flows, many configs, or many callbacks before it: the warm-up fills the
 * connector's memory of duplicates, which has a bound; with nothing remembered there is none.
 */
final class GrowthExperiment implements Experiment {

  private static final String NAME = "Growth";
  private static final String CONDITION = "message, 64 connections";

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
      for (Program program : connectors()) {
        RunningProgram server = RunningProgram.start(program, options.output().resolve("servers.log"));
        running.add(server);
        Intake intake = new Intake(server);
        intake.warmUp(options.warmUp());
        servers.add(intake);
      }
      for (int round = 0; round < options.rounds(); round++) {
        for (Intake server : servers) {
          server.flood(results, NAME, CONDITION, CallbackFields.MESSAGE, 64, options.time());
        }
      }
    } finally {
      running.forEach(RunningProgram::close);
    }
  }

  private List<Program> connectors() {
    List<Program> connectors = new ArrayList<>();
    connectors.add(programs.connector("1 flow, 1 config", 1, 1, "SUPPRESS"));
    connectors.add(programs.connector("100 flows", 100, 1, "SUPPRESS"));
    if (!options.quick()) {
      connectors.add(programs.connector("10,000 flows", 10_000, 1, "SUPPRESS"));
    }
    connectors.add(programs.connector("10 configs", 1, 10, "SUPPRESS"));
    if (!options.quick()) {
      connectors.add(programs.connector("100 configs", 1, 100, "SUPPRESS"));
    }
    connectors.add(programs.connector("nothing remembered", 1, 1, "PASS"));
    return connectors;
  }
}
