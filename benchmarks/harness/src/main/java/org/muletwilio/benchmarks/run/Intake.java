package org.muletwilio.benchmarks.run;

import org.muletwilio.benchmarks.callback.CallbackFields;
import org.muletwilio.benchmarks.callback.Callbacks;
import org.muletwilio.benchmarks.load.LoadGenerator;
import org.muletwilio.benchmarks.load.LoadResult;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How a server takes genuine callbacks, measured again and again under the same conditions. */
final class Intake {

  static final String PER_SECOND = "callbacks/s";
  static final String P99 = "p99 µs";
  static final String CPU = "CPU µs";

  private final RunningProgram server;
  private final Map<CallbackFields, Callbacks> callbacks = new EnumMap<>(CallbackFields.class);

  Intake(RunningProgram server) {
    this.server = server;
    callbacks.put(CallbackFields.MESSAGE, new Callbacks(server.messageUrls(), CallbackFields.MESSAGE));
    if (!server.callUrls().isEmpty()) {
      callbacks.put(CallbackFields.CALL, new Callbacks(server.callUrls(), CallbackFields.CALL));
    }
  }

  String name() {
    return server.name();
  }

  /** Under the loads that are measured later, so that everything is compiled. */
  void warmUp(long number) throws IOException {
    for (CallbackFields fields : callbacks.keySet()) {
      send(number / 10, fields, 1);
      send(number * 4 / 10, fields, 64);
    }
  }

  /** As fast as the connections allow. */
  void flood(Results results, String experiment, String condition, CallbackFields fields, int connections, Duration time)
      throws IOException {
    try (LoadGenerator load = new LoadGenerator(server.port(), connections, callbacks.get(fields))) {
      Usage before = server.usage();
      LoadResult result = load.flood(time);
      Usage after = server.usage();
      add(results, experiment, condition, result);
      double all = result.latencies().getTotalCount();
      results.add(experiment, condition, name(), CPU, after.cpu().minus(before.cpu()).toNanos() / 1e3 / all);
      if (before.allocated() >= 0) {
        results.add(experiment, condition, name(), "allocated bytes", (after.allocated() - before.allocated()) / all);
      }
    }
  }

  /** At a fixed rate. */
  void pace(Results results, String experiment, String condition, CallbackFields fields, int connections, double perSecond,
            Duration time) throws IOException {
    try (LoadGenerator load = new LoadGenerator(server.port(), connections, callbacks.get(fields))) {
      add(results, experiment, condition, load.pace(perSecond, time));
    }
  }

  /** Sends so many, however long it takes. */
  void send(long number) throws IOException {
    send(number, CallbackFields.MESSAGE, 16);
  }

  private void send(long number, CallbackFields fields, int connections) throws IOException {
    try (LoadGenerator load = new LoadGenerator(server.port(), connections, callbacks.get(fields))) {
      LoadResult result = load.send(number);
      // Mule's back pressure refuses a few of a flood for a flow with a source; the figures tell how many
      if (result.failed() > number / 100) {
        throw new IOException("'" + name() + "' refused " + result.failed() + " of " + number + " callbacks");
      }
    }
  }

  private void add(Results results, String experiment, String condition, LoadResult result) {
    results.add(experiment, condition, name(), PER_SECOND, result.perSecond());
    results.add(experiment, condition, name(), "p50 µs", result.percentile(50));
    results.add(experiment, condition, name(), P99, result.percentile(99));
    results.add(experiment, condition, name(), "p99.9 µs", result.percentile(99.9));
    results.add(experiment, condition, name(), "failed", result.failed());
  }
}
