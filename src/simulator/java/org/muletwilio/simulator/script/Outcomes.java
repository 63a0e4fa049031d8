package org.muletwilio.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes lists such as {@code failed:30003x2,delivered}: twice the first, then the second. */
final class Outcomes {

  private static final Pattern TIMES = Pattern.compile("(.+)x(\\d{1,4})");

  private Outcomes() {}

  /**
   * @param names those that an outcome begins with, so that a comma inside of one separates nothing
   * @throws IllegalArgumentException for an unknown outcome
   */
  static <T> List<T> parse(String text, List<String> names, Function<String, T> one) {
    List<T> outcomes = new ArrayList<>();
    for (String part : text.split(",(?=(?:" + String.join("|", names) + ")(?:[:,x]|$))")) {
      Matcher times = TIMES.matcher(part);
      boolean repeated = times.matches() && Integer.parseInt(times.group(2)) > 0;
      T outcome = one.apply(repeated ? times.group(1) : part);
      for (int i = repeated ? Integer.parseInt(times.group(2)) : 1; i > 0; i--) {
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  /** Writes what {@link #parse} reads. */
  static <T> String text(List<T> outcomes, Function<T, String> one) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < outcomes.size();) {
      int end = i;
      while (end < outcomes.size() && outcomes.get(end).equals(outcomes.get(i))) {
        end++;
      }
      text.append(i == 0 ? "" : ",").append(one.apply(outcomes.get(i))).append(end - i > 1 ? "x" + (end - i) : "");
      i = end;
    }
    return text.toString();
  }
}
