package org.muletwilio.testkit.project;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The flows of an application.
 *
 * @param all their names, in the order of the files
 * @param referenced those that an element names: a flow-ref, or an operation with a callback
 * @param calledBack those of them that are named for a callback
 */
public record FlowNames(Set<String> all, Set<String> referenced, Set<String> calledBack) {

  private static final String CORE = "http://www.mulesoft.org/schema/mule/core";

  public static FlowNames in(List<Path> configs) {
    Set<String> all = new LinkedHashSet<>();
    configs.forEach(config -> XmlFiles.elements(config, CORE, "flow").forEach(flow -> all.add(flow.getAttribute("name"))));
    Set<String> referenced = new LinkedHashSet<>();
    Set<String> calledBack = new LinkedHashSet<>();
    for (Path config : configs) {
      for (Element element : XmlFiles.elements(config, "*", "*")) {
        attributes(element).filter(attribute -> !isDefinition(element, attribute)).forEach(attribute -> {
          List<String> named = all.stream().filter(flow -> names(attribute.getNodeValue(), flow)).toList();
          referenced.addAll(named);
          if (attribute.getNodeName().endsWith("-flow-ref")) {
            calledBack.addAll(named);
          }
        });
      }
    }
    return new FlowNames(all, referenced, calledBack);
  }

  private static boolean names(String value, String flow) {
    return value.equals(flow) || value.contains("'" + flow + "'");
  }

  private static boolean isDefinition(Element element, Node attribute) {
    boolean flow = CORE.equals(element.getNamespaceURI()) && element.getLocalName().equals("flow");
    return flow || attribute.getNodeName().startsWith("doc:");
  }

  private static Stream<Node> attributes(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    return Stream.iterate(0, i -> i < attributes.getLength(), i -> i + 1).map(attributes::item);
  }
}
