package org.muletwilio.testkit.module;

import org.mule.metadata.api.model.ObjectType;
import org.mule.runtime.api.dsl.DslResolvingContext;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.extension.api.dsl.syntax.DslElementSyntax;
import org.mule.runtime.extension.api.dsl.syntax.resolver.DslSyntaxResolver;

import org.muletwilio.testkit.check.ExtensionModels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The elements that modules add to Mule's XML, with their attributes and children. */
public final class ModuleWords {

  /** What every element of its kind has. */
  private static final Set<String> OF_MULE =
      Set.of("name", "config-ref", "target", "targetValue", "outputEncoding", "outputMimeType", "primaryNodeOnly",
             "<abstract-byte-streaming-strategy>", "<abstract-reconnection-strategy>", "<abstract-redelivery-policy>",
             "<reconnection>", "<expiration-policy>", "<context>", "<object-store>");

  private ModuleWords() {}

  /** @return attributes, and children in angle brackets, by elements such as {@code http:request} */
  public static Map<String, Set<String>> of(List<Class<?>> extensions) {
    Map<String, Set<String>> elements = new TreeMap<>();
    Set<ExtensionModel> models = ExtensionModels.of(extensions);
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

  /** @return a line for each element */
  public static String lines(Map<String, Set<String>> elements) {
    return String.join("\n", elements.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
  }
}
