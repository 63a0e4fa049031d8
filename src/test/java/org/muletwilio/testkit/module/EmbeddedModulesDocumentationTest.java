package org.muletwilio.testkit.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.metadata.api.model.ObjectType;
import org.mule.runtime.api.dsl.DslResolvingContext;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.extension.api.dsl.syntax.DslElementSyntax;
import org.mule.runtime.extension.api.dsl.syntax.resolver.DslSyntaxResolver;

import org.muletwilio.testkit.check.ExtensionModels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The page lists each element of the modules, with all that it can have. */
class EmbeddedModulesDocumentationTest {

  private static final Pattern ROW = Pattern.compile("\\| `<((?:os|http):[\\w-]+)>` \\|([^|]*)\\|");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");
  /** What every element of its kind has. */
  private static final Set<String> OF_MULE =
      Set.of("name", "config-ref", "target", "targetValue", "outputEncoding", "outputMimeType", "primaryNodeOnly",
             "<abstract-byte-streaming-strategy>", "<abstract-reconnection-strategy>", "<abstract-redelivery-policy>",
             "<reconnection>", "<expiration-policy>", "<context>", "<object-store>");

  @Test
  void thePageListsWhatTheModulesKnow() throws Exception {
    Map<String, Set<String>> listed = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/embedded-modules.md")));
    while (row.find()) {
      Set<String> words = listed.computeIfAbsent(row.group(1), name -> new TreeSet<>());
      WORD.matcher(row.group(2)).results().map(word -> word.group(1)).forEach(words::add);
    }
    assertEquals(lines(known()), lines(listed));
  }

  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> elements = new TreeMap<>();
    Set<ExtensionModel> models = ExtensionModels.of(StandIns.extensions());
    for (ExtensionModel model : models) {
      if (!model.getName().equals("mule")) {
        DslSyntaxResolver syntax = DslSyntaxResolver.getDefault(model, DslResolvingContext.getDefault(models));
        model.getConfigurationModels().forEach(config -> {
          add(elements, syntax.resolve(config));
          config.getConnectionProviders().forEach(provider -> add(elements, syntax.resolve(provider)));
          config.getSourceModels().forEach(source -> add(elements, syntax.resolve(source)));
          config.getOperationModels().forEach(operation -> add(elements, syntax.resolve(operation)));
        });
        model.getOperationModels().forEach(operation -> add(elements, syntax.resolve(operation)));
        for (ObjectType type : model.getTypes()) {
          syntax.resolve(type).filter(element -> element.supportsTopLevelDeclaration() || element.supportsChildDeclaration())
              .filter(element -> element.getElementName().matches("[\\w-]+") && !element.getPrefix().isEmpty())
              .filter(element -> !element.getAttributes().isEmpty()).ifPresent(element -> add(elements, element));
        }
      }
    }
    elements.values().removeIf(Set::isEmpty);
    return elements;
  }

  private static void add(Map<String, Set<String>> elements, DslElementSyntax element) {
    Set<String> words = elements.computeIfAbsent(element.getPrefix() + ":" + element.getElementName(), name -> new TreeSet<>());
    element.getAttributes().forEach(attribute -> words.add(attribute.getAttributeName()));
    element.getContainedElements().stream().filter(child -> !child.getElementName().isEmpty())
        .forEach(child -> words.add("<" + child.getElementName() + ">"));
    words.removeAll(OF_MULE);
  }

  private static String lines(Map<String, Set<String>> elements) {
    return String.join("\n", elements.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
  }
}
