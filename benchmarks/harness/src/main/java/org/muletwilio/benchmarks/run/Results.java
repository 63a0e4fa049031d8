package org.muletwilio.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All figures of a run, in the order in which they came. */
final class Results {

  /**
   * What a figure is of.
   *
   * @param experiment such as intake
   * @param condition under which it was measured, such as 64 connections
   * @param subject what was measured
   * @param metric with its unit
   */
  record Key(String experiment, String condition, String subject, String metric) {
  }

  private final Map<Key, Figure> figures = new LinkedHashMap<>();

  void add(String experiment, String condition, String subject, String metric, double value) {
    figures.computeIfAbsent(new Key(experiment, condition, subject, metric), key -> new Figure()).add(value);
  }

  Map<Key, Figure> figures() {
    return figures;
  }

  Optional<Figure> figure(String experiment, String condition, String subject, String metric) {
    return Optional.ofNullable(figures.get(new Key(experiment, condition, subject, metric)));
  }

  /** @return a table in Markdown for each experiment and condition */
  String toTables() {
    StringBuilder text = new StringBuilder();
    Map<List<String>, List<Key>> tables = new LinkedHashMap<>();
    figures.keySet().forEach(key -> tables.computeIfAbsent(List.of(key.experiment(), key.condition()), each -> new ArrayList<>())
        .add(key));
    tables.forEach((title, keys) -> table(text, title, keys));
    return text.toString();
  }

  private void table(StringBuilder text, List<String> title, List<Key> keys) {
    Set<String> metrics = new LinkedHashSet<>();
    Set<String> subjects = new LinkedHashSet<>();
    keys.forEach(key -> {
      metrics.add(key.metric());
      subjects.add(key.subject());
    });
    text.append("\n### ").append(title.get(0)).append(title.get(1).isEmpty() ? "" : ": " + title.get(1)).append("\n\n| |");
    metrics.forEach(metric -> text.append(' ').append(metric).append(" |"));
    text.append("\n|---|").append("---:|".repeat(metrics.size())).append('\n');
    for (String subject : subjects) {
      text.append("| ").append(subject).append(" |");
      for (String metric : metrics) {
        text.append(' ').append(figure(title.get(0), title.get(1), subject, metric).map(Figure::toString).orElse("–"))
            .append(" |");
      }
      text.append('\n');
    }
  }
}
