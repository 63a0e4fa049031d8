package org.muletwilio.benchmarks.run;

/** The steps of a callback by themselves, measured by JMH in a process of its own. */
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
    Program program = programs.parts(options.output().resolve("jmh.json").toString(), options.quick() ? "quick" : "full");
    try (RunningProgram parts = RunningProgram.start(program, options.output().resolve("servers.log"))) {
      for (String line = parts.ask("next"); line.startsWith("part "); line = parts.ask("next")) {
        // part <fields> <name with _ for blanks> <metric> <value> <value> …
        String[] words = line.split(" ");
        for (int i = 4; i < words.length; i++) {
          results.add(NAME, words[1], words[2].replace('_', ' '), words[3].replace('_', ' '), Double.parseDouble(words[i]));
        }
      }
    }
  }
}
