package org.muletwilio.benchmarks.run;

import org.muletwilio.benchmarks.outbound.TwilioStub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the experiments and writes results.md and results.json. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      run(Options.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    }
  }

  private static void run(Options options) throws Exception {
    Files.createDirectories(options.output());
    Map<String, String> about = about(options);
    Results results = new Results();
    try (TwilioStub twilio = TwilioStub.start()) {
      Programs programs = new Programs(options.root(), twilio.baseUri());
      Map<String, Experiment> experiments = new LinkedHashMap<>();
      experiments.put("intake", new IntakeExperiment(programs, options));
      experiments.put("outbound", new OutboundExperiment(programs, options));
      experiments.put("start", new StartExperiment(programs, options));
      experiments.put("growth", new GrowthExperiment(programs, options));
      experiments.put("parts", new PartsExperiment(programs, options));
      for (Map.Entry<String, Experiment> experiment : experiments.entrySet()) {
        if (options.has(experiment.getKey())) {
          System.err.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + experiment.getKey());
          experiment.getValue().run(results);
          write(options, about, results);
        }
      }
    }
    System.out.print(Files.readString(options.output().resolve("results.md")));
    System.err.println("Written to " + options.output());
  }

  private static void write(Options options, Map<String, String> about, Results results) throws IOException {
    StringBuilder text = new StringBuilder();
    about.forEach((name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    Files.writeString(options.output().resolve("results.md"), text + Targets.of(results) + results.toTables());
    Files.writeString(options.output().resolve("results.json"), JsonFile.of(about, results));
  }

  private static Map<String, String> about(Options options) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    about.put("machine", processor() + ", " + Runtime.getRuntime().availableProcessors()
        + " cores for servers and generator together, "
        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    about.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    about.put("load before", String.valueOf(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
        .getSystemLoadAverage()));
    about.put("rounds", options.rounds() + " of " + options.time().toMillis() / 1e3 + " s each, all programs in turn; a figure "
        + "is the median of the rounds (least–most)" + (options.quick() ? "; quick: shows that all works, not how fast" : ""));
    return about;
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return "unknown processor";
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 2)).findFirst()
          .orElse("unknown processor");
    }
  }
}
