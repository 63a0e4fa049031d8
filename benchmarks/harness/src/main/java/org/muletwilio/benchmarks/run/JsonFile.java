package org.muletwilio.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run as JSON: the machine, the options and every value of every round. */
final class JsonFile {

  private final StringBuilder text = new StringBuilder();

  private JsonFile() {}

  static String of(Map<String, String> about, Results results) {
    JsonFile json = new JsonFile();
    json.text.append("{\n");
    about.forEach((name, value) -> json.text.append("  ").append(quoted(name)).append(": ").append(quoted(value)).append(",\n"));
    List<String> figures = new ArrayList<>();
    results.figures()
        .forEach((key, figure) -> figures.add("    {\"experiment\": " + quoted(key.experiment()) + ", \"condition\": "
        + quoted(key.condition()) + ", \"subject\": " + quoted(key.subject()) + ", \"metric\": " + quoted(key.metric())
        + ", \"median\": " + figure.median() + ", \"values\": " + figure.values() + "}"));
    return json.text.append("  \"figures\": [\n").append(String.join(",\n", figures)).append("\n  ]\n}\n").toString();
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char each : value.toCharArray()) {
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ') {
        quoted.append(String.format("\\u%04x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
