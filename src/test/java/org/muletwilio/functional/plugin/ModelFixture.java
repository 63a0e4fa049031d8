package org.muletwilio.functional.plugin;

import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.parameter.ParameterizedModel;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;

/** The extension's model, with all its elements. */
abstract class ModelFixture {

  /** Mule's own parameters, which it describes itself. */
  static final Set<String> MULES_OWN = Set.of("target", "targetValue", "reconnectionStrategy", "reconnection",
      "streamingStrategy", "expirationPolicy", "primaryNodeOnly", "redeliveryPolicy", "outputMimeType", "outputEncoding");

  static ExtensionModel model;

  @BeforeAll
  static void load() {
    try (EmbeddedMule mule = EmbeddedMule.builder().config(TestApplication.document(TestApplication.flow("nothing"))).start()) {
      model = mule.extensionModel("Twilio");
    }
  }

  static List<OperationModel> operations() {
    List<OperationModel> operations = new ArrayList<>(model.getOperationModels());
    model.getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    return operations;
  }

  /** @return configs, connection providers, operations, sources and their responses, by their names */
  static Map<String, ParameterizedModel> elements() {
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

  static Stream<ParameterModel> own(ParameterizedModel element) {
    return element.getAllParameterModels().stream().filter(parameter -> !MULES_OWN.contains(parameter.getName()))
        .flatMap(parameter -> ChildElements.isOne(parameter)
            ? Stream.concat(Stream.of(parameter), ChildElements.attributesOf(parameter).stream()) : Stream.of(parameter));
  }
}
