package org.muletwilio.testkit.munit;

import org.muletwilio.testkit.munit.TestResult.Outcome;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of each test as it ends, and of all of them at the end. */
public final class MunitReport {

  private final PrintStream out;
  private final List<TestResult> results = new ArrayList<>();
  private final long start = System.nanoTime();

  public MunitReport(PrintStream out) {
    this.out = out;
  }

  void note(String text) {
    out.println(text);
  }

  void startSuite(String name) {
    out.println(name);
  }

  void add(TestResult result) {
    results.add(result);
    String time = result.outcome() == Outcome.IGNORED ? ""
        : String.format(Locale.ROOT, " (%.2f s)", result.time().toMillis() / 1000.0);
    out.println("  " + result.outcome().name().toLowerCase(Locale.ROOT) + " " + result.test() + time);
    if (!result.message().isEmpty()) {
      result.message().lines().forEach(line -> out.println("      " + line.strip()));
    }
  }

  /** @return how the tests ended, in their order */
  public List<TestResult> results() {
    return List.copyOf(results);
  }

  /**
   * @param project the name of the project
   * @return whether no test failed
   */
  boolean end(String project) {
    long failed = count(Outcome.FAILED);
    String time = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    out.println((failed == 0 ? "OK " : "FAILED ") + project + ": " + results.size() + " tests, " + count(Outcome.PASSED)
        + " passed, " + failed + " failed, " + count(Outcome.IGNORED) + " ignored, in " + time);
    return failed == 0;
  }

  private long count(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
