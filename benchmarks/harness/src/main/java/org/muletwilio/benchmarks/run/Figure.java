package org.muletwilio.benchmarks.run;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** One measured quantity: a value for each round. */
final class Figure {

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  List<Double> values() {
    return values;
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** @return the median, and the least and the most where there are several */
  @Override
  public String toString() {
    return values.size() == 1 ? text(median()) : text(median()) + " (" + text(least()) + "–" + text(most()) + ")";
  }

  private static String text(double value) {
    return Math.abs(value) >= 100 ? String.format(ROOT, "%,.0f", value) : String.format(ROOT, "%.3g", value);
  }
}
