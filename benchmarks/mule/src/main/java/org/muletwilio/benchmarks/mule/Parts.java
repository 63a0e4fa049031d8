package org.muletwilio.benchmarks.mule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import org.muletwilio.benchmarks.server.ServerControl;

/** Runs the benchmarks of the parts and tells what each iteration measured, one line for each part. */
public final class Parts {

  private Parts() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    boolean quick = arguments[1].equals("quick");
    ChainedOptionsBuilder options = new OptionsBuilder().include("org.muletwilio.internal.callback.*Benchmark.*")
        .verbosity(VerboseMode.SILENT).shouldFailOnError(true).addProfiler(GCProfiler.class)
        .resultFormat(ResultFormatType.JSON).result(arguments[0])
        .forks(quick ? 1 : 2).warmupIterations(quick ? 2 : 3).measurementIterations(5)
        .warmupTime(TimeValue.milliseconds(quick ? 300 : 1000)).measurementTime(TimeValue.milliseconds(quick ? 200 : 1000));
    Deque<String> lines = new ArrayDeque<>();
    for (RunResult result : new Runner(options.build()).run()) {
      lines.add(line(result, "ns", false));
      lines.add(line(result, "allocated_bytes", true));
    }
    control.serve(command -> lines.isEmpty() ? "none" : lines.poll());
    System.exit(0);
  }

  private static String line(RunResult run, String metric, boolean secondary) {
    BenchmarkParams params = run.getParams();
    String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    StringJoiner line = new StringJoiner(" ").add("part").add(params.getParam("fields").toLowerCase()).add(readable(name)).add(metric);
    for (BenchmarkResult fork : run.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        Result<?> result = secondary ? iteration.getSecondaryResults().get("gc.alloc.rate.norm") : iteration.getPrimaryResult();
        line.add(String.valueOf(result.getScore()));
      }
    }
    return line.toString();
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
