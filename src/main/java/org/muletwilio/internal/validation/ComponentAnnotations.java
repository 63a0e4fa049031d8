package org.muletwilio.internal.validation;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.toSet;

import org.mule.runtime.api.component.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/**
 * Reads the annotations of a component: its attributes and its XML. In versions of Mule that do not set them, nothing is known.
 */
final class ComponentAnnotations {

  private static final QName ATTRIBUTES = new QName("config", "componentParameters");
  private static final QName SOURCE = new QName("http://www.mulesoft.org/schema/mule/documentation", "sourceElement");
  private static final Pattern START_TAG = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)([^<>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.-]+)=\"([^\"&]*)\"");

  private ComponentAnnotations() {}

  /** @return the component as it is configured, and the elements in it; nothing where that is not known */
  static List<ConfiguredOperation> operations(Component component) {
    Object attributes = component.getAnnotation(ATTRIBUTES);
    if (!(attributes instanceof Map) || component.getLocation() == null) {
      return emptyList();
    }
    Optional<List<ConfiguredOperation>> children = Optional.ofNullable(component.getAnnotation(SOURCE))
        .map(xml -> childrenIn(xml.toString()));
    List<ConfiguredOperation> all = new ArrayList<>(children.orElse(emptyList()));
    all.add(new ConfiguredOperation(component.getLocation().getComponentIdentifier().getIdentifier().getName(),
                                    texts((Map<?, ?>) attributes),
                                    children.map(each -> each.stream().map(ConfiguredOperation::getName).collect(toSet()))));
    return all;
  }

  private static Map<String, String> texts(Map<?, ?> attributes) {
    Map<String, String> texts = new HashMap<>();
    attributes.forEach((name, value) -> {
      if (name instanceof String && value instanceof String) {
        texts.put((String) name, (String) value);
      }
    });
    return texts;
  }

  /** @return the elements within the first one of some XML, which may declare no namespaces */
  private static List<ConfiguredOperation> childrenIn(String xml) {
    List<ConfiguredOperation> children = new ArrayList<>();
    Matcher tag = START_TAG.matcher(xml);
    for (boolean first = true; tag.find(); first = false) {
      if (!first) {
        Map<String, String> attributes = new HashMap<>();
        for (Matcher attribute = ATTRIBUTE.matcher(tag.group(2)); attribute.find();) {
          attributes.put(attribute.group(1), attribute.group(2));
        }
        children.add(new ConfiguredOperation(tag.group(1), attributes, Optional.empty()));
      }
    }
    return children;
  }
}
