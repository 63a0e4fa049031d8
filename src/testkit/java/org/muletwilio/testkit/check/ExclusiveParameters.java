package org.muletwilio.testkit.check;

import static java.util.stream.Collectors.toCollection;

import org.mule.runtime.api.meta.NamedObject;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.parameter.ExclusiveParametersModel;
import org.mule.runtime.api.meta.model.parameter.ParameterizedModel;
import org.mule.runtime.extension.api.util.NameUtils;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources and operations that take one of several parameters, or need one of them: Mule refuses others without saying where. */
final class ExclusiveParameters {

  private final Map<String, List<ExclusiveParametersModel>> byElement = new HashMap<>();

  ExclusiveParameters(Set<ExtensionModel> models) {
    models.forEach(model -> {
      String namespace = model.getXmlDslModel().getNamespace();
      model.getOperationModels().forEach(each -> add(namespace, each));
      model.getSourceModels().forEach(each -> add(namespace, each));
      model.getConfigurationModels().forEach(config -> {
        config.getOperationModels().forEach(each -> add(namespace, each));
        config.getSourceModels().forEach(each -> add(namespace, each));
      });
    });
  }

  private <T extends ParameterizedModel & NamedObject> void add(String namespace, T component) {
    List<ExclusiveParametersModel> exclusive = component.getParameterGroupModels().stream()
        .flatMap(group -> group.getExclusiveParametersModels().stream()).toList();
    if (!exclusive.isEmpty()) {
      byElement.put(namespace + " " + NameUtils.hyphenize(component.getName()), exclusive);
    }
  }

  /** @param elements those of a file, in the order of their ends */
  List<Problem> problems(String file, List<XmlElement> elements) {
    List<Problem> problems = new ArrayList<>();
    Map<Integer, Set<String>> ended = new HashMap<>();
    for (XmlElement element : elements) {
      Set<String> given = Optional.ofNullable(ended.remove(element.depth() + 1)).orElseGet(LinkedHashSet::new);
      ended.computeIfAbsent(element.depth(), depth -> new LinkedHashSet<>()).add(element.name());
      element.attributes().stream().filter(attribute -> attribute.namespace().isEmpty()).map(XmlAttribute::name)
          .forEach(given::add);
      byElement.getOrDefault(element.namespace() + " " + element.name(), List.of())
          .forEach(exclusive -> problem(exclusive, given).ifPresent(problem -> problems
              .add(new Problem(file, element.line(), "<" + element.qualifiedName() + "> " + problem))));
    }
    return problems;
  }

  private static Optional<String> problem(ExclusiveParametersModel exclusive, Set<String> given) {
    Set<String> names = new LinkedHashSet<>(exclusive.getExclusiveParameterNames());
    Set<String> found = names.stream().filter(name -> given.contains(name) || given.contains(NameUtils.hyphenize(name)))
        .collect(toCollection(LinkedHashSet::new));
    if (found.size() > 1) {
      return Optional.of("takes one of " + String.join(", ", names) + ", and has " + String.join(" and ", found));
    }
    return found.isEmpty() && exclusive.isOneRequired() ? Optional.of("needs one of " + String.join(", ", names))
        : Optional.empty();
  }
}
