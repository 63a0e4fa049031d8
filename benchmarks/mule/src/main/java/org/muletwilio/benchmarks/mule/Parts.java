package org.muletwilio.benchmarks.mule;

import static java.util.Locale.ROOT;

import org.muletwilio.benchmarks.server.ServerControl;

import java.util.ArrayDeque;
import java.util.Deque;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of the parts in rounds, each in a JVM of its own, and tells one line for each figure. What makes a MAC is
 * measured once more as on a processor that has no instructions for SHA, where the MAC is most of the work.
 */
public final class Parts {

  private Parts() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    int rounds = Integer.parseInt(arguments[0]);
    boolean quick = arguments[1].equals("quick");
    Deque<String> lines = new ArrayDeque<>();
    for (int round = 0; round < rounds; round++) {
      for (RunResult result : new Runner(options("", quick).build()).run()) {
        lines.add(line(result, "", "ns", result.getPrimaryResult()));
        lines.add(line(result, "", "allocated_bytes", result.getSecondaryResults().get("gc.alloc.rate.norm")));
      }
      for (RunResult result : new Runner(options("(bareHmac|signature|sdkValidator)", quick).jvmArgsAppend("-XX:-UseSHA")
          .build()).run()) {
        lines.add(line(result, "_without_SHA_instructions", "ns", result.getPrimaryResult()));
      }
    }
    control.serve(command -> lines.isEmpty() ? "none" : lines.poll());
    System.exit(0);
  }

  private static ChainedOptionsBuilder options(String parts, boolean quick) {
    return new OptionsBuilder().include("org.muletwilio.benchmarks.parts.*Benchmark." + (parts.isEmpty() ? ".*" : parts + "$"))
        .verbosity(VerboseMode.SILENT).shouldFailOnError(true).addProfiler(GCProfiler.class).forks(1)
        .warmupIterations(3).warmupTime(TimeValue.milliseconds(quick ? 100 : 1000))
        .measurementIterations(1).measurementTime(TimeValue.milliseconds(quick ? 200 : 1000));
  }

  private static String line(RunResult run, String processor, String metric, Result<?> result) {
    BenchmarkParams params = run.getParams();
    String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    return String.join(" ", "part", params.getParam("fields").toLowerCase(ROOT) + processor, readable(name), metric,
                       String.valueOf(result.getScore()));
  }

  private static String readable(String method) {
    switch (method) {
      case "bareHmac":
        return "bare_HMAC";
      case "sdkValidator":
        return "SDK's_validator";
      default:
        return method.replaceAll("([A-Z])", "_$1").toLowerCase();
    }
  }
}
