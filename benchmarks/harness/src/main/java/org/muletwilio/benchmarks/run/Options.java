package org.muletwilio.benchmarks.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param experiments which
 * @param rounds how often each thing is measured, in turn with the others
 * @param time how long each time
 * @param warmUp callbacks that each server gets before, so that its code is compiled
 * @param quick whether to leave out most conditions
 * @param root the folder benchmarks
 * @param output where tables, JSON and logs go
 */
record Options(List<String> experiments, int rounds, Duration time, long warmUp, boolean quick, Path root,
               Path output) {

  static final List<String> ALL = List.of("intake", "outbound", "start", "growth", "parts");

  static final String USAGE = """
      Options:
        --quick              a few seconds for each figure and few conditions: shows that all works, not how fast
        --only a,b           some of the experiments intake, outbound, start, growth, parts
        --rounds n           rounds (5)
        --seconds n          seconds of each measurement (1.5; quick: 1)
        --warm-up n          callbacks to each server before the first measurement (120000; quick: 10000)
        --output folder      for results.md, results.json and logs (target/results)
      """;

  static Options of(String... arguments) {
    Options options = List.of(arguments).contains("--quick")
        ? new Options(ALL, 5, Duration.ofSeconds(1), 10_000, true, folder(), folder().resolve("target/results"))
        : new Options(ALL, 5, Duration.ofMillis(1500), 120_000, false, folder(), folder().resolve("target/results"));
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].equals("--quick")) {
        if (i + 1 == arguments.length) {
          throw new IllegalArgumentException(arguments[i] + " needs a value");
        }
        options = options.with(arguments[i], arguments[++i]);
      }
    }
    return options;
  }

  boolean has(String experiment) {
    return experiments.contains(experiment);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--only" -> new Options(checked(List.of(value.split(","))), rounds, time, warmUp, quick, root, output);
      case "--rounds" -> new Options(experiments, Integer.parseInt(value), time, warmUp, quick, root, output);
      case "--seconds" -> new Options(experiments, rounds, seconds(value), warmUp, quick, root, output);
      case "--warm-up" -> new Options(experiments, rounds, time, Long.parseLong(value), quick, root, output);
      case "--output" -> new Options(experiments, rounds, time, warmUp, quick, root, Path.of(value).toAbsolutePath());
      default -> throw new IllegalArgumentException("There is no option " + name);
    };
  }

  private static List<String> checked(List<String> experiments) {
    if (!ALL.containsAll(experiments)) {
      throw new IllegalArgumentException("There are the experiments " + ALL + " alone, and not all of " + experiments);
    }
    return experiments;
  }

  private static Duration seconds(String value) {
    return Duration.ofMillis((long) (1000 * Double.parseDouble(value)));
  }

  private static Path folder() {
    return Path.of(System.getProperty("benchmarks", "benchmarks")).toAbsolutePath();
  }
}
