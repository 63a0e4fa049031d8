package org.muletwilio.functional.plugin;

import org.mule.metadata.api.annotation.TypeIdAnnotation;
import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.HasOutputModel;
import org.mule.runtime.api.meta.model.config.ConfigurationModel;
import org.mule.runtime.api.meta.model.display.DisplayModel;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterGroupModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.source.SourceModel;
import org.mule.runtime.extension.api.util.NameUtils;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reference of all sources, operations and settings, written from what Studio shows. */
final class OperationsReference {

  private static final Set<String> MULES_OWN = Set.of("target", "targetValue", "reconnectionStrategy", "reconnection",
      "streamingStrategy", "expirationPolicy", "primaryNodeOnly", "redeliveryPolicy", "outputMimeType", "outputEncoding");

  private final StringBuilder text = new StringBuilder();

  private OperationsReference() {}

  static String of(ExtensionModel model) {
    return new OperationsReference().write(model);
  }

  private String write(ExtensionModel model) {
    line("# Reference");
    line("");
    line("Written from the extension model: what Studio shows. The build fails when the two differ.");
    for (ConfigurationModel config : model.getConfigurationModels()) {
      heading("twilio:" + NameUtils.hyphenize(config.getName()), config.getDisplayModel());
      config.getParameterGroupModels().forEach(this::group);
      config.getConnectionProviders().forEach(provider -> {
        String name = NameUtils.hyphenize(provider.getName());
        heading("twilio:" + (name.endsWith("connection") ? name : name + "-connection"), provider.getDisplayModel());
        provider.getParameterGroupModels().forEach(this::group);
      });
    }
    model.getConfigurationModels().stream().flatMap(config -> config.getSourceModels().stream())
        .sorted(Comparator.comparing(source -> NameUtils.hyphenize(source.getName()))).forEach(this::source);
    List<OperationModel> operations = new ArrayList<>(model.getOperationModels());
    model.getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    operations.sort(Comparator.comparing(operation -> NameUtils.hyphenize(operation.getName())));
    operations.forEach(this::operation);
    return text.toString();
  }

  private void source(SourceModel source) {
    heading("twilio:" + NameUtils.hyphenize(source.getName()), source.getDisplayModel());
    source.getParameterGroupModels().forEach(this::group);
    source.getSuccessCallback().ifPresent(callback -> callback.getParameterGroupModels().forEach(this::group));
    source.getErrorCallback().ifPresent(callback -> callback.getParameterGroupModels().forEach(this::group));
  }

  private void operation(OperationModel operation) {
    heading("twilio:" + NameUtils.hyphenize(operation.getName()), operation.getDisplayModel());
    line("");
    line("Returns " + describe(operation) + ".");
    operation.getParameterGroupModels().forEach(this::group);
  }

  private void heading(String name, Optional<DisplayModel> display) {
    line("");
    line("## `" + name + "`");
    display.map(DisplayModel::getSummary).filter(summary -> !summary.isEmpty()).ifPresent(summary -> {
      line("");
      line(summary + ".");
    });
  }

  private void group(ParameterGroupModel group) {
    List<ParameterModel> parameters = group.getParameterModels().stream()
        .filter(parameter -> !MULES_OWN.contains(parameter.getName()))
        .sorted(Comparator.comparing((ParameterModel parameter) -> !parameter.isRequired())).toList();
    if (parameters.isEmpty()) {
      return;
    }
    line("");
    if (group.isShowInDsl()) {
      line("Child element `twilio:" + NameUtils.hyphenize(group.getName()) + "`:");
      line("");
    }
    table(parameters.stream().filter(parameter -> !ChildElements.isOne(parameter)).toList());
    parameters.stream().filter(ChildElements::isOne).forEach(parameter -> {
      line("");
      line("Child element `twilio:" + NameUtils.hyphenize(parameter.getName()) + "`. " + summary(parameter) + ".");
      line("");
      table(ChildElements.attributesOf(parameter));
    });
  }

  private void table(List<ParameterModel> parameters) {
    line("| attribute | type | default | meaning |");
    line("|---|---|---|---|");
    for (ParameterModel parameter : parameters) {
      line("| `" + parameter.getName() + "` | " + typeOf(parameter.getType()) + " | "
          + (parameter.isRequired() ? "required" : parameter.getDefaultValue() == null ? ""
          : "`" + parameter.getDefaultValue() + "`")
          + " | " + summary(parameter).replace("|", "\\|") + " |");
    }
  }

  private static String summary(ParameterModel parameter) {
    return parameter.getDisplayModel().map(DisplayModel::getSummary).orElse("");
  }

  private static String describe(HasOutputModel operation) {
    String type = typeOf(operation.getOutput().getType());
    return type.equals("Void") ? "nothing" : "`" + type + "`";
  }

  private static String typeOf(MetadataType type) {
    String id = type.getAnnotation(TypeIdAnnotation.class).map(TypeIdAnnotation::getValue)
        .orElseGet(() -> type.getClass().getSimpleName().replace("Default", "").replace("Type", ""));
    return id.substring(id.lastIndexOf('.') + 1).replaceAll("[^A-Za-z].*", "");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
