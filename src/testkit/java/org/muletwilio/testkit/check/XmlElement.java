package org.muletwilio.testkit.check;

import java.util.List;
import java.util.Optional;

/**
 * An element of an XML file, with the lines of its parts.
 *
 * @param qualifiedName as it is written, with its prefix
 * @param depth 0 for the root
 * @param text that stands between its tags, without that of other elements; its lines are counted from {@code textLine}
 */
record XmlElement(String namespace, String name, String qualifiedName, int depth, int line, List<XmlAttribute> attributes,
                  String text, int textLine) {

  Optional<XmlAttribute> attribute(String attributeName) {
    return attributes.stream().filter(each -> each.namespace().isEmpty() && each.name().equals(attributeName)).findFirst();
  }

  boolean is(String elementNamespace, String elementName) {
    return namespace.equals(elementNamespace) && name.equals(elementName);
  }
}
