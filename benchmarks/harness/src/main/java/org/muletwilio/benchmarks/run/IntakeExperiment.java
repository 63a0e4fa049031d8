package org.muletwilio.benchmarks.run;

import static java.util.Locale.ROOT;

import org.muletwilio.benchmarks.callback.CallbackFields;

import java.util.ArrayList;
import java.util.List;

/** Genuine status callbacks to the connector, to its floors and to its peers, in turn. */
final class IntakeExperiment implements Experiment {

  private static final String NAME = "Intake";

  private final Programs programs;
  private final Options options;

  IntakeExperiment(Programs programs, Options options) {
    this.programs = programs;
    this.options = options;
  }

  @Override
  public void run(Results results) throws Exception {
    List<RunningProgram> running = new ArrayList<>();
    try {
      List<Intake> servers = new ArrayList<>();
      for (Program program : programs.intake()) {
        RunningProgram server = RunningProgram.start(program, options.output().resolve("servers.log"));
        running.add(server);
        Intake intake = new Intake(server);
        intake.warmUp(options.warmUp());
        servers.add(intake);
      }
      for (CallbackFields fields : options.quick() ? List.of(CallbackFields.MESSAGE) : List.of(CallbackFields.values())) {
        flood(results, servers, fields);
      }
      pace(results, servers, CallbackFields.MESSAGE);
    } finally {
      running.forEach(RunningProgram::close);
    }
  }

  private void flood(Results results, List<Intake> servers, CallbackFields fields) throws Exception {
    for (int connections : options.quick() ? List.of(1, 64) : List.of(1, 16, 64)) {
      String condition = condition(fields, connections + (connections == 1 ? " connection" : " connections"));
      for (int round = 0; round < options.rounds(); round++) {
        for (Intake server : servers) {
          server.flood(results, NAME, condition, fields, connections, options.time());
        }
      }
    }
  }

  private void pace(Results results, List<Intake> servers, CallbackFields fields) throws Exception {
    for (int rate : options.quick() ? List.of(1000) : List.of(800, 2000, 8000)) {
      for (int round = 0; round < options.rounds(); round++) {
        for (Intake server : servers) {
          server.pace(results, NAME, condition(fields, rate + "/s over 64 connections"), fields, 64, rate, options.time());
        }
      }
    }
  }

  static String condition(CallbackFields fields, String load) {
    return fields.name().toLowerCase(ROOT) + ", " + load;
  }
}
