package org.muletwilio.testkit.check;

import org.muletwilio.internal.callback.flow.FlowNames;
import org.muletwilio.internal.validation.ConfiguredOperation;
import org.muletwilio.internal.validation.OperationRules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the connector's operations by the rules that it has itself when an application starts, those in sub-flows, too, which
 * Mule does not show to it.
 */
final class TwilioOperations {

  private static final String NAMESPACE = "http://www.mulesoft.org/schema/mule/twilio";

  private final OperationRules rules;

  /** @param elements those of all files */
  TwilioOperations(List<XmlElement> elements) {
    Map<String, String> names = new HashMap<>();
    elements.stream().filter(element -> element.depth() == 1).forEach(element -> element.attribute("name")
        .ifPresent(name -> names.put(name.value(), element.namespace().equals(Vocabulary.CORE) ? element.name()
            : element.qualifiedName())));
    rules = new OperationRules(new FlowNames(names));
  }

  /** @param elements those of a file, in the order of their ends */
  List<Problem> problems(String file, List<XmlElement> elements) {
    List<Problem> problems = new ArrayList<>();
    Map<Integer, Set<String>> ended = new HashMap<>();
    for (XmlElement element : elements) {
      Set<String> children = Optional.ofNullable(ended.remove(element.depth() + 1)).orElse(Set.of());
      ended.computeIfAbsent(element.depth(), depth -> new HashSet<>()).add(element.name());
      if (element.namespace().equals(NAMESPACE)) {
        rules.problems(configured(element, children)).forEach(problem -> problems.add(new Problem(file, element.line(),
            "<" + element.qualifiedName() + ">: " + problem)));
      }
    }
    return problems;
  }

  private static ConfiguredOperation configured(XmlElement element, Set<String> children) {
    Map<String, String> attributes = new HashMap<>();
    element.attributes().stream().filter(attribute -> attribute.namespace().isEmpty())
        .forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
    return new ConfiguredOperation(element.name(), attributes, Optional.of(children));
  }
}
