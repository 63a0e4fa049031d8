package org.muletwilio.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what is written can be read again, and says what was measured. */
class ResultsTest {

  private final Results results = new Results();

  @BeforeEach
  void measure() {
    for (double value : new double[] {850, 900, 870}) {
      results.add("Outbound", "1 sender", "connector", "messages/s", value);
    }
    results.add("Outbound", "1 sender", "connector", "p99 µs", 4.5);
    results.add("Outbound", "1 sender", "Twilio SDK, stock client", "messages/s", 1000);
    results.add("Parts", "call", "signature", "ns", 1300);
    results.add("Parts", "call", "bare HMAC", "ns", 1000);
    results.add("Parts", "call", "SDK's validator", "ns", 3900);
    results.add("Start and \"footprint\"\n", "", "a\\b", "ms", 1);
  }

  @Test
  void theJsonHasEveryValueOfEveryRound() throws Exception {
    JsonNode json = new ObjectMapper().readTree(JsonFile.of(Map.of("machine", "two \"cores\"\t"), results));
    assertEquals("two \"cores\"\t", json.path("machine").textValue());
    assertEquals(results.figures().size(), json.path("figures").size());
    JsonNode first = json.path("figures").path(0);
    assertEquals(List.of("Outbound", "1 sender", "connector", "messages/s"),
                 Stream.of("experiment", "condition", "subject", "metric").map(name -> first.path(name).textValue()).toList());
    assertEquals(870, first.path("median").doubleValue());
    List<Double> values = new ArrayList<>();
    first.path("values").forEach(value -> values.add(value.doubleValue()));
    assertEquals(List.of(850.0, 900.0, 870.0), values);
    assertEquals("a\\b", json.path("figures").path(6).path("subject").textValue());
    assertEquals("Start and \"footprint\"\n", json.path("figures").path(6).path("experiment").textValue());
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHead() {
    String tables = results.toTables();
    List<String> outbound = tables.lines().dropWhile(line -> !line.equals("### Outbound: 1 sender")).skip(2).limit(4).toList();
    assertEquals(List.of("| | messages/s | p99 µs |", "|---|---:|---:|", "| connector | 870 (850–900) | 4.50 |",
                         "| Twilio SDK, stock client | 1,000 | – |"), outbound);
  }

  @Test
  void targetsAreMetOrMissedByTheirMedians() {
    String targets = Targets.of(results);
    assertTrue(targets.contains("| outbound, 1 sender: connector / SDK | 0.87 | ≥ 1.00 | missed |"), targets);
    assertTrue(targets.contains("| signature / bare HMAC, call | 1.30 | ≤ 1.30 | met |"), targets);
    assertTrue(targets.contains("| SDK's validator / signature, call | 3.00 | ≥ 3.00 | met |"), targets);
    assertFalse(targets.contains("intake"), targets);
    assertEquals("", Targets.of(new Results()));
  }

  @Test
  void aFlowWithASourceIsHeldAgainstOneByItsName() {
    results.add("Intake", "message, 64 connections", "connector", Intake.PER_SECOND, 1000);
    results.add("Intake", "message, 64 connections", Programs.SOURCE, Intake.PER_SECOND, 950);
    results.add("Intake", "message, 64 connections", "connector", Intake.CPU, 100);
    results.add("Intake", "message, 64 connections", Programs.SOURCE, Intake.CPU, 112);
    String targets = Targets.of(results);
    String what = ", message, 64 connections: flow with a source / flow by its name | ";
    assertTrue(targets.contains("| intake" + what + "0.95 | ≥ 0.90 | met |"), targets);
    assertTrue(targets.contains("| CPU" + what + "1.12 | ≤ 1.10 | missed |"), targets);
    assertFalse(targets.contains("connector / connector"), targets);
  }

  @Test
  void loadedClassesAreCountedWithTheirSizes() {
    LoadedClasses classes = LoadedClasses.of(List.of(
        "[0.1s][info][class,load] com.twilio.http.Request source: jar:file:/twilio.jar",
        "[0.1s][debug][class,load]  klass: 0x1 super: 0x2 loader: [x] bytes: 3845 checksum: 1",
        "[0.1s][info ][class,load] org.example.Other source: file:/com.twilio./",
        "[0.1s][debug][class,load]  klass: 0x1 super: 0x2 loader: [x] bytes: 1000 checksum: 1",
        "[0.2s][info][class,load] com.twilio.http.Request$$Lambda$1 source: com.twilio.http.Request",
        "[0.2s][debug][class,load]  klass: 0x1 super: 0x2 loader: [x] bytes: 55 checksum: 1"), "com.twilio.");
    assertEquals(new LoadedClasses(2, 3900), classes);
  }
}
