package org.muletwilio.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.metadata.api.annotation.EnumAnnotation;
import org.mule.metadata.api.model.NumberType;
import org.mule.metadata.api.model.StringType;
import org.mule.runtime.api.meta.ExpressionSupport;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.display.DisplayModel;
import org.mule.runtime.api.meta.model.display.HasDisplayModel;
import org.mule.runtime.api.meta.model.display.LayoutModel;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterRole;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.parameter.ParameterizedModel;
import org.mule.runtime.api.meta.model.source.SourceCallbackModel;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.persistence.ExtensionModelJsonSerializer;

import org.muletwilio.testkit.mule.EmbeddedMule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Studio shows: held against a file, so that no change to it goes unseen. */
class ExtensionModelTest {

  /** Mule's own parameters, which it describes itself. */
  private static final Set<String> MULES_OWN = Set.of("target", "targetValue", "reconnectionStrategy", "reconnection",
      "streamingStrategy", "expirationPolicy", "primaryNodeOnly", "redeliveryPolicy", "outputMimeType", "outputEncoding");

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

  @Test
  void everyElementAndAttributeHasANameAndASummary() {
    List<String> undescribed = new ArrayList<>();
    elements().forEach((name, element) -> {
      if (!(element instanceof SourceCallbackModel) && !isDescribed(((HasDisplayModel) element).getDisplayModel())) {
        undescribed.add(name);
      }
      own(element).filter(parameter -> !isDescribed(parameter.getDisplayModel()))
          .forEach(parameter -> undescribed.add(name + " " + parameter.getName()));
    });
    assertEquals(List.of(), undescribed, "no display name or summary");
  }

  /** A summary is a whole statement; Studio adds nothing to it, and the reference a full stop. */
  @Test
  void summariesAreWritten() {
    List<String> wrong = new ArrayList<>();
    elements().forEach((name, element) -> own(element).forEach(parameter -> {
      String summary = parameter.getDisplayModel().map(DisplayModel::getSummary).orElse("");
      if (summary.endsWith(".") || summary.isEmpty() || Character.isLowerCase(summary.charAt(0))
          || summary.equals(parameter.getDisplayModel().get().getDisplayName())) {
        wrong.add(name + " " + parameter.getName() + ": " + summary);
      }
    }));
    assertEquals(List.of(), wrong);
  }

  /** What can be anything at all, as a SID or an address, shows what it looks like. */
  @Test
  void everyTextOrNumberHasAnExample() {
    List<String> without = new ArrayList<>();
    elements().forEach((name, element) -> own(element)
        .filter(parameter -> parameter.getType() instanceof StringType || parameter.getType() instanceof NumberType)
        .filter(parameter -> parameter.getType().getAnnotation(EnumAnnotation.class).isEmpty())
        .filter(parameter -> parameter.getLayoutModel().filter(LayoutModel::isPassword).isEmpty())
        .filter(parameter -> parameter.getDisplayModel().map(DisplayModel::getExample).filter(text -> !blank(text)).isEmpty())
        .forEach(parameter -> without.add(name + " " + parameter.getName())));
    assertEquals(List.of(), without, "no example");
  }

  /** What must be given is not hidden on another tab, and no two of a tab's group claim one place. */
  @Test
  void everyAttributeHasItsPlace() {
    List<String> misplaced = new ArrayList<>();
    elements().forEach((name, element) -> {
      own(element).filter(ParameterModel::isRequired).filter(parameter -> isAdvanced(parameter.getLayoutModel()))
          .forEach(parameter -> misplaced.add(name + " " + parameter.getName() + " is required and on the tab Advanced"));
      element.getParameterGroupModels().forEach(group -> {
        Set<String> places = new HashSet<>();
        group.getParameterModels().stream().filter(parameter -> !MULES_OWN.contains(parameter.getName())).forEach(parameter -> {
          LayoutModel layout = parameter.getLayoutModel().orElse(null);
          boolean placed = layout != null && layout.getOrder().isPresent();
          String place = placed ? layout.getTabName().orElse("General") + " " + layout.getOrder().get() : "";
          if (!placed ? group.getParameterModels().size() > 1 && !group.getName().equals("General") : !places.add(place)) {
            misplaced.add(name + " " + group.getName() + " " + parameter.getName() + (placed ? " also at " + place : " nowhere"));
          }
        });
      });
    });
    assertEquals(List.of(), misplaced);
  }

  /** What the account knows is offered to choose from. */
  @Test
  void whatTheAccountHasIsOffered() {
    List<String> unoffered = new ArrayList<>();
    elements().forEach((name, element) -> own(element)
        .filter(parameter -> Set.of("applicationSid", "voiceApplicationSid", "smsApplicationSid", "messagingServiceSid",
            "contentSid", "incomingPhoneNumberSid", "from", "sender").contains(parameter.getName()))
        .filter(parameter -> parameter.getValueProviderModel().isEmpty())
        .forEach(parameter -> unoffered.add(name + " " + parameter.getName())));
    assertEquals(List.of(), unoffered, "no values");
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

  /** @return configs, connection providers, operations, sources and their responses, by their names */
  private static Map<String, ParameterizedModel> elements() {
    Map<String, ParameterizedModel> elements = new TreeMap<>();
    model.getConfigurationModels().forEach(config -> {
      elements.put(config.getName(), config);
      config.getConnectionProviders().forEach(provider -> elements.put(provider.getName(), provider));
    });
    operations().forEach(operation -> elements.put(operation.getName(), operation));
    model.getConfigurationModels().stream().flatMap(config -> config.getSourceModels().stream()).forEach(source -> {
      elements.put(source.getName(), source);
      source.getSuccessCallback().ifPresent(callback -> elements.put(source.getName() + " response", callback));
      source.getErrorCallback().ifPresent(callback -> elements.put(source.getName() + " error response", callback));
    });
    return elements;
  }

  private static Stream<ParameterModel> own(ParameterizedModel element) {
    return element.getAllParameterModels().stream().filter(parameter -> !MULES_OWN.contains(parameter.getName()))
        .flatMap(parameter -> ChildElements.isOne(parameter)
            ? Stream.concat(Stream.of(parameter), ChildElements.attributesOf(parameter).stream()) : Stream.of(parameter));
  }

  private static boolean isAdvanced(java.util.Optional<LayoutModel> layout) {
    return layout.flatMap(LayoutModel::getTabName).filter(Placement.ADVANCED_TAB::equals).isPresent();
  }

  private static boolean isDescribed(java.util.Optional<DisplayModel> display) {
    return display.filter(model -> !blank(model.getDisplayName()) && !blank(model.getSummary())).isPresent();
  }

  private static boolean blank(String text) {
    return text == null || text.trim().isEmpty();
  }
}
