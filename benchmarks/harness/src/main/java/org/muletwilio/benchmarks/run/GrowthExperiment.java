package org.muletwilio.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

import org.muletwilio.benchmarks.callback.CallbackFields;

/** Whether a callback costs more where there are many flows, many configs, or many callbacks before it. */
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
      if (options.remembered() > 0) {
        servers.get(servers.size() - 1).send(options.remembered());
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
    connectors.add(programs.connector("1 flow, 1 config", 1, 1));
    connectors.add(programs.connector("100 flows", 100, 1));
    if (!options.quick()) {
      connectors.add(programs.connector("10,000 flows", 10_000, 1));
    }
    connectors.add(programs.connector("10 configs", 1, 10));
    if (!options.quick()) {
      connectors.add(programs.connector("100 configs", 1, 100));
    }
    if (options.remembered() > 0) {
      connectors.add(programs.connector(String.format("%,d callbacks before", options.remembered()), 1, 1));
    }
    return connectors;
  }
}
