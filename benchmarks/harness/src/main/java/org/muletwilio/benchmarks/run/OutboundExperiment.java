package org.muletwilio.benchmarks.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Messages sent to a stub of Twilio's API that takes each at once. */
final class OutboundExperiment implements Experiment {

  static final String NAME = "Outbound";
  static final String PER_SECOND = "messages/s";
  static final String CPU = "CPU µs";

  private final Programs programs;
  private final Options options;

  OutboundExperiment(Programs programs, Options options) {
    this.programs = programs;
    this.options = options;
  }

  @Override
  public void run(Results results) throws Exception {
    List<RunningProgram> senders = new ArrayList<>();
    try {
      for (Program program : programs.outbound()) {
        RunningProgram sender = RunningProgram.start(program, options.output().resolve("servers.log"));
        senders.add(sender);
        warmUp(sender, 1);
        warmUp(sender, 16);
      }
      for (int threads : List.of(1, 16)) {
        for (int round = 0; round < options.rounds(); round++) {
          for (RunningProgram sender : senders) {
            measure(results, sender, threads);
          }
        }
      }
    } finally {
      senders.forEach(RunningProgram::close);
    }
  }

  private void warmUp(RunningProgram sender, int threads) throws IOException {
    for (long sent = 0; sent < options.warmUp() / 4;) {
      sent += Long.parseLong(send(sender, threads, 500)[1]);
    }
  }

  private void measure(Results results, RunningProgram sender, int threads) throws IOException {
    String condition = threads == 1 ? "1 sender" : threads + " senders";
    Usage before = sender.usage();
    String[] answer = send(sender, threads, options.time().toMillis());
    Usage after = sender.usage();
    double sent = Double.parseDouble(answer[1]);
    results.add(NAME, condition, sender.name(), PER_SECOND, sent * 1e9 / Double.parseDouble(answer[2]));
    results.add(NAME, condition, sender.name(), "p50 µs", Double.parseDouble(answer[3]) / 1e3);
    results.add(NAME, condition, sender.name(), "p99 µs", Double.parseDouble(answer[4]) / 1e3);
    results.add(NAME, condition, sender.name(), CPU, after.cpu().minus(before.cpu()).toNanos() / 1e3 / sent);
    results.add(NAME, condition, sender.name(), "allocated bytes", (after.allocated() - before.allocated()) / sent);
  }

  private static String[] send(RunningProgram sender, int threads, long millis) throws IOException {
    String[] answer = sender.ask("send " + threads + " " + millis).split(" ");
    if (!answer[0].equals("sent")) {
      throw new IOException("'" + sender.name() + "' could not send, see servers.log");
    }
    return answer;
  }
}
