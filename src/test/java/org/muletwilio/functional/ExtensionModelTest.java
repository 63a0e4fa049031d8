package org.muletwilio.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.display.DisplayModel;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.parameter.ParameterizedModel;
import org.mule.runtime.extension.api.persistence.ExtensionModelJsonSerializer;

import org.muletwilio.testkit.mule.EmbeddedMule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Studio shows: held against a file, so that no change to it goes unseen. */
class ExtensionModelTest {

  /** Mule's own parameters, which it describes itself. */
  private static final Set<String> MULES_OWN = Set.of("target", "targetValue", "reconnectionStrategy", "reconnection",
      "streamingStrategy", "expirationPolicy", "outputMimeType", "outputEncoding");

  private static final Path GOLDEN = Path.of("src/test/resources/extension-model.json");

  private static ExtensionModel model;

  @BeforeAll
  static void load() {
    try (EmbeddedMule mule = EmbeddedMule.builder().config(TestApplication.document(TestApplication.flow("nothing"))).start()) {
      model = mule.extensionModel("Twilio");
    }
  }

  /** After a wanted change: copy target/extension-model.json over the golden file, and read the difference. */
  @Test
  void isTheGoldenFiles() throws Exception {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    JsonNode tree = mapper.readTree(new ExtensionModelJsonSerializer(false).serialize(model));
    tree.findValues("errors").forEach(ExtensionModelTest::sort);
    String json = mapper.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
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

  @Test
  void everyOperationAndParameterIsDescribed() {
    List<String> undescribed = new ArrayList<>();
    model.getConfigurationModels().forEach(config -> {
      check("config", config, undescribed);
      config.getOperationModels().forEach(operation -> check(operation, undescribed));
      config.getConnectionProviders().forEach(provider -> check(provider.getName(), provider, undescribed));
    });
    model.getOperationModels().forEach(operation -> check(operation, undescribed));
    assertTrue(undescribed.isEmpty(), "no display name or summary: " + undescribed);
  }

  @Test
  void flowReferencesAreHyphenedHaveAPlainTwinAndOfferFlows() {
    for (OperationModel operation : operations()) {
      for (ParameterModel parameter : operation.getAllParameterModels()) {
        String name = parameter.getName();
        boolean isFlow = parameter.getAllowedStereotypes().stream().anyMatch(type -> type.getType().equals("FLOW"));
        assertEquals(name.endsWith("flow-ref"), isFlow, operation.getName() + " " + name);
        assertEquals(isFlow, name.contains("-"), operation.getName() + " " + name);
        if (isFlow && !name.equals("flow-ref")) {
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
        .forEach(parameter -> assertFalse(String.valueOf(parameter.getDefaultValue()).contains("#["), parameter.getName())));
  }

  /** The runtime gives errors in any order. */
  private static void sort(JsonNode errors) {
    List<JsonNode> sorted = new ArrayList<>();
    errors.forEach(sorted::add);
    sorted.sort(Comparator.comparing(JsonNode::toString));
    ((ArrayNode) errors).removeAll().addAll(sorted);
  }

  private static List<OperationModel> operations() {
    List<OperationModel> operations = new ArrayList<>(model.getOperationModels());
    model.getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    return operations;
  }

  private static String twinOf(String flowRef) {
    StringBuilder twin = new StringBuilder();
    for (String word : flowRef.substring(0, flowRef.length() - "-flow-ref".length()).split("-")) {
      twin.append(twin.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return twin.toString().equals("url") ? "url" : (twin + "Url").replace("UrlUrl", "Url");
  }

  private static void check(OperationModel operation, List<String> undescribed) {
    if (!isDescribed(operation.getDisplayModel())) {
      undescribed.add(operation.getName());
    }
    check(operation.getName(), operation, undescribed);
  }

  private static void check(String owner, ParameterizedModel model, List<String> undescribed) {
    model.getAllParameterModels().stream().filter(parameter -> !MULES_OWN.contains(parameter.getName()))
        .filter(parameter -> !isDescribed(parameter.getDisplayModel()))
        .forEach(parameter -> undescribed.add(owner + " " + parameter.getName()));
  }

  private static boolean isDescribed(java.util.Optional<DisplayModel> display) {
    return display.filter(model -> !blank(model.getDisplayName()) && !blank(model.getSummary())).isPresent();
  }

  private static boolean blank(String text) {
    return text == null || text.trim().isEmpty();
  }
}
