package org.muletwilio.testkit.launcher;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.mule.FlowRunListener;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints each callback as its flow receives it, and knows which were handled.
 */
final class CallbackLog implements FlowRunListener {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final PrintStream out;
  private final Map<String, List<String>> handled = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  CallbackLog(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(FlowRun run) {
    if (run.attributes() instanceof CallbackAttributes callback) {
      print(run.flow() + " received " + described(callback) + " at " + callback.getPublicUrl());
    }
  }

  @Override
  public void ended(FlowRun run) {
    if (!(run.attributes() instanceof CallbackAttributes callback)) {
      return;
    }
    run.failure().ifPresent(failure -> print(run.flow() + " failed: " + failure.getMessage()));
    synchronized (this) {
      if (run.failed()) {
        failures.add(run.flow() + " failed on " + described(callback));
      } else {
        handled.computeIfAbsent(run.flow(), flow -> new ArrayList<>()).add(String.valueOf(callback.getStatus()));
      }
      notifyAll();
    }
  }

  void print(String line) {
    out.println(LocalTime.now().format(TIME) + "  " + line);
  }

  /**
   * Waits until all expectations are met.
   *
   * @return what is missing when the time is up
   */
  synchronized List<String> awaitAll(List<Expectation> expectations, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    List<String> missing = missing(expectations);
    for (long left = timeout.toNanos(); !missing.isEmpty() && left > 0; left = end - System.nanoTime()) {
      NANOSECONDS.timedWait(this, left);
      missing = missing(expectations);
    }
    return missing;
  }

  /** @return what was handled, such as {@code sms-status: sent, delivered} */
  synchronized String summary() {
    return handled.isEmpty() ? "no callback" : handled.entrySet().stream()
        .map(flow -> flow.getKey() + ": " + String.join(", ", flow.getValue())).collect(Collectors.joining("; "));
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  private List<String> missing(List<Expectation> expectations) {
    return expectations.stream().flatMap(expected -> expected.missing(handled.getOrDefault(expected.flow(), List.of())).stream()
        .map(status -> status + " for " + expected.flow())).toList();
  }

  private static String described(CallbackAttributes callback) {
    return callback.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (callback.getStatus() == null ? "" : " " + callback.getStatus())
        + (callback.getResourceSid() == null ? "" : " of " + callback.getResourceSid());
  }
}
