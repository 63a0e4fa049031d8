package org.muletwilio.functional.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.meta.ExpressionSupport;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.parameter.ParameterRole;
import org.mule.runtime.extension.api.persistence.ExtensionModelJsonSerializer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;

/** The model of the extension: held against a file, so that no change to it goes unseen. */
class ExtensionModelTest extends ModelFixture {

  private static final Path GOLDEN = Path.of("src/test/resources/extension-model.json");

  /** After a wanted change: copy target/extension-model.json over the golden file, and read the difference. */
  @Test
  void isTheGoldenFiles() throws Exception {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    JsonNode tree = mapper.readTree(new ExtensionModelJsonSerializer(false).serialize(model));
    tree.findValues("errors").forEach(ExtensionModelTest::sort);
    // from Java 21 on a list is a collection by way of another type
    String json = mapper.writeValueAsString(tree).replace("\r\n", "\n")
        .replace("java.util.SequencedCollection", "java.util.Collection") + "\n";
    Files.writeString(Path.of("target/extension-model.json"), json, UTF_8);
    assertEquals(Files.readString(GOLDEN, UTF_8), json, "the extension model has changed");
  }

  /** After a wanted change: copy target/reference.md over docs/reference.md. */
  @Test
  void isWhatTheReferenceSays() throws Exception {
    String reference = OperationsReference.of(model);
    Files.writeString(Path.of("target/reference.md"), reference, UTF_8);
    assertEquals(Files.readString(Path.of("docs/reference.md"), UTF_8), reference, "docs/reference.md is not what Studio shows");
  }

  /** From Mule 4.1.2 on an expression in a parameter with a stereotype arrives as it is written: it must not be offered. */
  @Test
  void flowReferencesAreHyphenedLiteralHaveAPlainTwinAndOfferFlows() {
    for (OperationModel operation : operations()) {
      for (ParameterModel parameter : operation.getAllParameterModels()) {
        String name = parameter.getName();
        boolean isFlow = parameter.getAllowedStereotypes().stream().anyMatch(type -> type.getType().equals("FLOW"));
        boolean takesExpressions = name.equals("flow-ref");
        assertEquals(name.endsWith("flow-ref") && !takesExpressions, isFlow, operation.getName() + " " + name);
        assertEquals(isFlow || takesExpressions, name.contains("-"), operation.getName() + " " + name);
        if (takesExpressions) {
          assertEquals(ExpressionSupport.SUPPORTED, parameter.getExpressionSupport(), operation.getName());
        }
        if (isFlow) {
          assertEquals(ExpressionSupport.NOT_SUPPORTED, parameter.getExpressionSupport(), operation.getName() + " " + name);
          String twin = twinOf(name);
          assertTrue(operation.getAllParameterModels().stream().anyMatch(other -> other.getName().equals(twin)),
              operation.getName() + " has " + name + " without " + twin);
        }
      }
    }
  }

  @Test
  void noDefaultHoldsASecretOrAnExpression() {
    model.getConfigurationModels().forEach(config -> config.getConnectionProviders().forEach(provider -> provider
        .getAllParameterModels().stream().filter(parameter -> parameter.getLayoutModel().filter(layout -> layout.isPassword())
            .isPresent()).forEach(parameter -> assertEquals(null, parameter.getDefaultValue(), parameter.getName()))));
    operations().forEach(operation -> operation.getAllParameterModels().stream()
        .filter(parameter -> !MULES_OWN.contains(parameter.getName()))
        // the event itself can't be had in another way
        .filter(parameter -> !operation.getName().equals("readCallback"))
        // Mule itself lets content be the payload
        .filter(parameter -> parameter.getRole() != ParameterRole.PRIMARY_CONTENT)
        .forEach(parameter -> assertFalse(String.valueOf(parameter.getDefaultValue()).contains("#["), parameter.getName())));
  }

  /** The runtime gives errors in any order. */
  private static void sort(JsonNode errors) {
    List<JsonNode> sorted = new ArrayList<>();
    errors.forEach(sorted::add);
    sorted.sort(Comparator.comparing(JsonNode::toString));
    ((ArrayNode) errors).removeAll().addAll(sorted);
  }

  private static String twinOf(String flowRef) {
    StringBuilder twin = new StringBuilder();
    for (String word : flowRef.substring(0, flowRef.length() - "-flow-ref".length()).split("-")) {
      twin.append(twin.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return twin.toString().equals("url") ? "url" : (twin + "Url").replace("UrlUrl", "Url");
  }
}
