package org.muletwilio.functional.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.FlowRun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

/**
 * The samples of callbacks that applications' tests use are what a flow gets in a real run. Where they change on purpose, copy
 * {@code target/twilio-test} over {@code src/twilio-test/resources/twilio/callback} and read the difference.
 */
@ExpectedErrors("broken on purpose")
class CallbackSamplesTest {

  private static final Path SAMPLES = Path.of("src/twilio-test/resources/twilio/callback");
  private static final Path ACTUAL = Path.of("target/twilio-test");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void areWhatARealRunGives() throws Exception {
    Map<String, JsonNode> actual = new TreeMap<>();
    try (CallbackCourse course = new CallbackCourse()) {
      for (Map.Entry<String, FlowRun> run : course.take().entrySet()) {
        actual.put(run.getKey(), CallbackSample.of(run.getValue()));
      }
    }
    FileUtils.deleteDirectory(ACTUAL.toFile());
    for (Map.Entry<String, JsonNode> sample : actual.entrySet()) {
      Path file = ACTUAL.resolve(sample.getKey() + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample.getValue()) + "\n");
    }
    Map<String, JsonNode> samples = samples();
    assertEquals(samples.keySet(), actual.keySet());
    actual.forEach((name, sample) -> assertEquals(samples.get(name), sample, name));
    for (CallbackKind kind : CallbackKind.values()) {
      assertTrue(samples.keySet().stream().anyMatch(name -> name.startsWith(kind.getPathSegment() + "/")), kind::name);
    }
  }

  @Test
  void areInTheJarWithTheirFunctions() throws Exception {
    Set<String> entries = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("target"));
        JarFile jar = new JarFile(files.filter(file -> file.toString().endsWith("-twilio-test.jar")).findFirst().orElseThrow()
            .toFile())) {
      jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).forEach(entries::add);
    }
    Set<String> expected = new TreeSet<>(Set.of("META-INF/MANIFEST.MF", "twilio/Callback.dwl"));
    samples().keySet().forEach(name -> expected.add("twilio/callback/" + name + ".json"));
    assertEquals(expected, entries);
  }

  @Test
  void areListedOnThePage() throws Exception {
    Map<String, Set<String>> listed = new TreeMap<>();
    Matcher row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ((?:`[\\w-]+`(?:, )?)+) \\|$")
        .matcher(Files.readString(Path.of("docs/testing-your-app.md")));
    while (row.find()) {
      listed.put(row.group(1), new TreeSet<>(Set.of(row.group(2).replace("`", "").split(", "))));
    }
    Map<String, Set<String>> samples = new TreeMap<>();
    samples().keySet().forEach(name -> samples.computeIfAbsent(name.split("/")[0], kind -> new TreeSet<>())
        .add(name.split("/")[1]));
    assertEquals(samples, listed);
  }

  private static Map<String, JsonNode> samples() throws Exception {
    Map<String, JsonNode> samples = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        samples.put(SAMPLES.relativize(file).toString().replace(".json", ""), JSON.readTree(file.toFile()));
      }
    }
    return samples;
  }
}
