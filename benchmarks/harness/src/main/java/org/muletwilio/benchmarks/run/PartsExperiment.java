package org.muletwilio.benchmarks.run;

/** The steps of a callback by themselves, measured by JMH. */
final class PartsExperiment implements Experiment {

  static final String NAME = "Parts";
  static final String NANOS = "ns";

  private final Programs programs;
  private final Options options;

  PartsExperiment(Programs programs, Options options) {
    this.programs = programs;
    this.options = options;
  }

  @Override
  public void run(Results results) throws Exception {
    Program program = programs.parts(options.rounds(), options.quick());
    try (RunningProgram parts = RunningProgram.start(program, options.output().resolve("servers.log"))) {
      for (String line = parts.ask("next"); line.startsWith("part "); line = parts.ask("next")) {
        // part <fields> <name> <metric> <value>, with _ for blanks
        String[] words = line.split(" ");
        results.add(NAME, words[1].replace('_', ' '), words[2].replace('_', ' '), words[3].replace('_', ' '),
            Double.parseDouble(words[4]));
      }
    }
  }
}
