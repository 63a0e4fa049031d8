package org.muletwilio.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From launch to the first accepted callback, and what is in memory after 10,000. */
final class StartExperiment implements Experiment {

  private static final String NAME = "Start and footprint";
  private static final int CALLBACKS = 10_000;

  private final Programs programs;
  private final Options options;

  StartExperiment(Programs programs, Options options) {
    this.programs = programs;
    this.options = options;
  }

  @Override
  public void run(Results results) throws Exception {
    for (int round = 0; round < (options.quick() ? 2 : options.rounds()); round++) {
      for (Program program : programs.intake()) {
        measure(results, program);
      }
    }
    for (Program program : programs.intake()) {
      if (program.command().get(0).endsWith("java")) {
        countClassesOfTheSdk(results, program);
      }
    }
  }

  private void measure(Results results, Program program) throws IOException {
    long launch = System.nanoTime();
    try (RunningProgram server = start(program)) {
      Intake intake = new Intake(server);
      long ready = System.nanoTime();
      // making the callbacks to send took from launch's time: only the first one counts
      long prepared = ready - server.readyAt();
      intake.send(1);
      results.add(NAME, "", program.name(), "first callback ms", (System.nanoTime() - launch - prepared) / 1e6);
      intake.send(CALLBACKS - 1);
      Usage usage = server.usageAfterCollection();
      results.add(NAME, "", program.name(), "heap MB after 10,000", usage.heap() / 1e6);
      if (usage.classes() > 0) {
        results.add(NAME, "", program.name(), "classes", usage.classes());
      }
    }
  }

  private void countClassesOfTheSdk(Results results, Program program) throws IOException {
    Path log = options.output().resolve("classes.log");
    try (RunningProgram server = start(program.withJavaOptions("-Xlog:class+load=debug:file=" + log + "::filecount=0"))) {
      new Intake(server).send(CALLBACKS);
    }
    LoadedClasses sdk = LoadedClasses.of(Files.readAllLines(log), "com.twilio.");
    results.add(NAME, "", program.name(), "classes of the SDK", sdk.number());
    results.add(NAME, "", program.name(), "kB of them", sdk.bytes() / 1e3);
    Files.delete(log);
  }

  private RunningProgram start(Program program) throws IOException {
    return RunningProgram.start(program, options.output().resolve("servers.log"));
  }
}
