package org.muletwilio.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/**
 * What the README says of the settings of a config, in the file of the extension model that <code>ExtensionModelTest</code>
 * compares, and of what stands in for a Mule server.
 */
class DocumentedSettingsTest {

  private static final Path MODEL = Path.of("src/test/resources/extension-model.json");
  private static final Page README = Page.of("README.md");
  private static final String SUPPORT = "expressionSupport";

  /** What the build writes in front of Mule's own jars. */
  @Test
  void theChangedClassesOfMuleAreCounted() throws IOException {
    assertTrue(README.prose().contains("changed in eight classes to run on Java 17 to 25"));
    try (Stream<Path> classes = Files.walk(Path.of("target/test-classes/org/mule"))) {
      assertEquals(8, classes.map(Path::toString).filter(name -> name.endsWith(".class") && !name.contains("munit")).count());
    }
  }

  @Test
  void theServersOfTheWorkflowAreCounted() throws IOException {
    assertTrue(README.prose().contains("GitHub Actions are prepared for seven combinations"));
    try (Stream<String> lines = Files.lines(Path.of(".github/workflows/compatibility.yml"))) {
      assertEquals(7, lines.filter(line -> line.contains("{mule: ")).count());
    }
  }

  @Test
  void theyTakeNoExpressions() throws IOException {
    assertTrue(README.prose().contains("The settings of a config take properties, but no expressions."));
    JsonNode model = new ObjectMapper().readTree(MODEL.toFile());
    JsonNode config = model.get("configurations").get(0);
    List<JsonNode> settings = new ArrayList<>(List.of(config.get("parameterGroupModels"), config.get("connectionProviders")));
    model.get("types").forEach(type -> {
      if (type.toString().matches("(?s).*\\.(HttpCallbackConfig|AdditionalAuthToken|SharedSigningKey)\".*")) {
        settings.add(type);
      }
    });
    assertEquals(5, settings.size());
    for (JsonNode each : settings) {
      List<JsonNode> supports = each.findValues(SUPPORT);
      assertTrue(!supports.isEmpty(), each::toString);
      supports.stream().map(support -> support.isObject() ? support.get("value") : support)
          .forEach(support -> assertEquals("NOT_SUPPORTED", support.asText()));
    }
  }
}
